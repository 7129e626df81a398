package jp.kenpo.gateway.content.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Finding;

/** Writes the findings of a report as a table that a spreadsheet opens and carries nothing out of. */
final class ReportCsv {

    /** Printers' mark for a missing type (下駄記号). */
    static final String GETA = "〓";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Excel in Japanese takes the full-width signs for the half-width ones. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");
    private static final List<String> COLUMNS =
            List.of("line", "record", "field", "rule", "severity", "finding", "remedy");

    private final Charset encoding;
    private final ReportTexts texts;

    ReportCsv(Charset encoding, ReportTexts texts) {
        this.encoding = encoding;
        this.texts = texts;
    }

    byte[] bytes(List<Finding> findings) {
        String header = row(COLUMNS.stream().map(column -> texts.text("column." + column)));
        String table =
                findings.stream().map(finding -> row(cells(finding))).collect(Collectors.joining("", header, ""));
        return encoded(encoding.equals(StandardCharsets.UTF_8) ? BYTE_ORDER_MARK + table : table);
    }

    private Stream<String> cells(Finding finding) {
        return Stream.of(
                finding.line() == 0 ? "" : Long.toString(finding.line()),
                texts.record(finding),
                ReportTexts.seen(finding.field()),
                finding.rule(),
                texts.severity(finding.severity()),
                ReportTexts.seen(finding.text(texts.locale())),
                ReportTexts.seen(finding.remedy(texts.locale())));
    }

    private static String row(Stream<String> cells) {
        return cells.map(ReportCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Returns the cell as it may stand in a CSV; its text was {@linkplain ReportTexts#seen seen}. */
    private static String cell(String text) {
        String plain = FORMULA.matcher(text).matches() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private byte[] encoded(String table) {
        CharsetEncoder encoder = encoding.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        encoder.replaceWith(encoder.canEncode(GETA) ? GETA.getBytes(encoding) : new byte[] {'?'});
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(table));
            byte[] written = new byte[bytes.remaining()];
            bytes.get(written);
            return written;
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("a report can't be written in " + encoding, impossible);
        }
    }
}
