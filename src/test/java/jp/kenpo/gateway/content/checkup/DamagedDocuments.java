package jp.kenpo.gateway.content.checkup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Documents of checkups, damaged at random in whatever means something to a parser, to the schema or to what is known. */
final class DamagedDocuments {

    /** Pieces that mean something to XML or to the schema, put anywhere into a document. */
    private static final List<String> PIECES = List.of(
            "<!-- x -->",
            "<?known?>",
            "<![CDATA[x]]>",
            "&#x41;",
            "&amp;",
            "&unknown;",
            "\u0000",
            "\r",
            "\n",
            "\t",
            " ",
            "<entry/>",
            "</entry>",
            "<entry>",
            "<",
            ">",
            "\"",
            "'",
            "&",
            "]]>",
            "\ufeff",
            "\u2028",
            "\u3000",
            "\ud83d\ude00",
            "\uffff",
            " nullFlavor=\"NI\"",
            " value=\"1\" value=\"2\"",
            " xmlns=\"urn:other\"",
            " xmlns:xsi=\"urn:other\"",
            " xsi:type=\"ST\"",
            " xsi:nil=\"true\"",
            " ID=\"a\"",
            "<section>",
            "</section>",
            "<id extension=\"1\"/>",
            "123456789018",
            "１２３４５６７８９０１８",
            "1.",
            "-1",
            "1e5",
            "http://tokuteikenshin.jp/checkup/2007");

    private static final String[][] EXCHANGES = {
        {"value=\"", "value=\"-"},
        {"value=\"", "value=\""},
        {"value=\"", "value=\"99"},
        {"value=\"", "value=\"x"},
        {"extension=\"", "extension=\"9"},
        {"extension=\"", "extension=\" "},
        {"extension=", "extension ="},
        {"<name>", "<name>ア"},
        {"<name>", "<name xsi:type=\"PN\">"},
        {"PQ", "CD"},
        {"PQ", "ST"},
        {"urn:hl7", "urn:hl8"},
        {"1.2.392", "1.2.393"},
        {"\"1\"", "\"2\""},
        {"\"", "'"},
        {"\n", "\r\n"},
        {"\n", ""},
        {"UTF-8", "utf-16"},
        {"<entry>", "<entry >"},
        {"<entry>", "<entry typeCode=\"X\">"},
        {"</entry>", "</entry ><entry/>"},
        {"<code ", "<kode "},
        {"classCode", "moodCode"},
        {"1975", "19750"},
        {"EVN", "ENV"},
        {"unit=\"", "unit=\"m"}
    };

    /** Values at the edges of what is taken for a figure or a text, and beyond them. */
    private static final List<String> EDGES = List.of(
            "0",
            "-0",
            "00001",
            "1.0",
            "1.",
            ".5",
            "+1",
            "1e3",
            "INF",
            "NaN",
            "9999999999",
            "99999999999",
            "0.00000001",
            "0.000000001",
            "1 2",
            "1  2",
            " 1",
            "１",
            "a".repeat(240),
            "a".repeat(241),
            "a".repeat(4_096),
            "a".repeat(4_097),
            "20241301",
            "20240230",
            "");

    private static final Pattern ENTRY = Pattern.compile("<entry>.*?</entry>", Pattern.DOTALL);
    private static final Pattern TWO_ATTRIBUTES = Pattern.compile(" ([a-zA-Z:]+=\"[^\"]*\") ([a-zA-Z:]+=\"[^\"]*\")");
    private static final Pattern VALUE = Pattern.compile("(value|extension)=\"[^\"]*\"");
    private static final Pattern ELEMENT = Pattern.compile("<([a-zA-Z]+)((?: [^<>]*)?)/>");

    private DamagedDocuments() {}

    /** Mostly UTF-8; some begin with a byte order mark, and some are UTF-16 or Shift_JIS, which is not taken. */
    static byte[] encoded(String text, Random random) {
        return switch (random.nextInt(25)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16BE);
            case 2 -> text.getBytes(Charset.forName("windows-31j"));
            case 3, 4, 5 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    static String damaged(String sample, Random random) {
        String text = sample;
        for (int times = random.nextInt(3); times >= 0; times--) {
            text = switch (random.nextInt(9)) {
                case 0 -> inserted(text, PIECES.get(random.nextInt(PIECES.size())), random);
                case 1 -> {
                    int at = random.nextInt(text.length() - 10);
                    yield text.substring(0, at) + text.substring(at + random.nextInt(9));
                }
                case 2 -> moved(text, random);
                case 3 -> replaced(text, TWO_ATTRIBUTES, random.nextBoolean() ? " $2 $1" : " $1 $1 $2", random);
                case 4, 5 -> replaced(text, VALUE, "$1=\"" + EDGES.get(random.nextInt(EDGES.size())) + "\"", random);
                case 6 -> prefixed(text, random);
                default -> exchanged(text, EXCHANGES[random.nextInt(EXCHANGES.length)], random);
            };
        }
        return text;
    }

    /** Mostly where something begins or ends, as there it matters. */
    private static String inserted(String text, String piece, Random random) {
        int at = random.nextInt(text.length());
        if (random.nextInt(4) > 0) {
            String signs = "<>\"/ ";
            at = Math.max(0, text.indexOf(signs.charAt(random.nextInt(signs.length())), at)) + random.nextInt(2);
        }
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static String exchanged(String text, String[] pair, Random random) {
        int at = text.indexOf(pair[0], random.nextInt(text.length()));
        return at < 0 ? text : text.substring(0, at) + pair[1] + text.substring(at + pair[0].length());
    }

    /** Another entry of the document, at a place where one may stand or not, maybe deep in elements of its own. */
    private static String moved(String text, Random random) {
        List<MatchResult> entries = ENTRY.matcher(text).results().toList();
        if (entries.isEmpty()) {
            return text;
        }
        String entry = entries.get(random.nextInt(entries.size())).group();
        int deep = random.nextInt(10) == 0 ? 40 + random.nextInt(30) : random.nextInt(2);
        String wrapped = "<section>".repeat(deep) + entry + "</section>".repeat(deep);
        String before = List.of("<entry>", "</entry>", "</entry>", "</observation>", "<recordTarget>", "</section>")
                .get(random.nextInt(6));
        return exchanged(
                text, new String[] {before, random.nextBoolean() ? wrapped + before : before + wrapped}, random);
    }

    /** The namespace by a prefix, and one element with it. */
    private static String prefixed(String text, Random random) {
        String declared = text.replaceFirst(" xmlns=\"", " xmlns:h=\"urn:hl7-org:v3\" xmlns=\"");
        return replaced(random.nextInt(4) > 0 ? declared : text, ELEMENT, "<h:$1$2/>", random);
    }

    private static String replaced(String text, Pattern pattern, String replacement, Random random) {
        var matcher = pattern.matcher(text);
        if (!matcher.find(random.nextInt(text.length()))) {
            return text;
        }
        var rest = new StringBuilder();
        matcher.appendReplacement(rest, replacement);
        // what was skipped before the place is in it
        return rest + text.substring(matcher.end());
    }
}
