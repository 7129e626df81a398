package jp.kenpo.gateway.content.reexamination;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns text into what an item of kind 漢字 may hold: full-width signs of JIS X 0208.
 *
 * <p>Source: 記録条件仕様, 漢字 items. Signs that Windows and other systems tell apart though they look alike become the
 * ones that windows-31j can write.
 */
final class FullWidth {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final Pattern HALF_WIDTH_KATAKANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final int TO_FULL_WIDTH = 0xFEE0;
    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry(' ', '\u3000'),
            // quote and apostrophe have no full-width form in JIS X 0208
            Map.entry('"', '\u201D'),
            Map.entry('\'', '\u2019'),
            Map.entry('\u00A5', '\uFFE5'),
            Map.entry('\u2014', '\u2015'),
            Map.entry('\u2016', '\u2225'),
            Map.entry('\u2212', '\uFF0D'),
            Map.entry('\u301C', '\uFF5E'));

    private FullWidth() {}

    /** Returns the text with every sign in full width where it has one. */
    static String of(String text) {
        String katakana = HALF_WIDTH_KATAKANA
                .matcher(text)
                .replaceAll(run -> Normalizer.normalize(run.group(), Normalizer.Form.NFKC));
        var wide = new StringBuilder(katakana.length());
        for (int i = 0; i < katakana.length(); i++) {
            wide.append(wide(katakana.charAt(i)));
        }
        return wide.toString();
    }

    private static char wide(char sign) {
        Character other = LOOK_ALIKES.get(sign);
        if (other != null) {
            return other;
        }
        return sign > 0x20 && sign < 0x7F ? (char) (sign + TO_FULL_WIDTH) : sign;
    }

    /** Returns the place, from 1, of the first sign that can't be recorded; 0 if all can. */
    static int firstNotRecordable(String text) {
        var encoder = WINDOWS_31J.newEncoder();
        for (int i = 0; i < text.length(); i++) {
            if (!encoder.canEncode(text.charAt(i)) || !isJisX0208(text.substring(i, i + 1))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isJisX0208(String sign) {
        byte[] bytes = sign.getBytes(WINDOWS_31J);
        int lead = bytes[0] & 0xFF;
        // row 13 (lead 0x87) and everything from 0xED on are additions of the vendors
        return bytes.length == 2 && lead != 0x87 && lead < 0xED;
    }
}
