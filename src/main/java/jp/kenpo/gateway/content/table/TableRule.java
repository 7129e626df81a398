package jp.kenpo.gateway.content.table;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a table must keep to. The texts stand in {@code messages/table.properties} under the same ids.
 *
 * <p>The rules are ours: the form of a table is agreed with each counterparty and stands in its layout.
 */
enum TableRule {
    EMPTY_FILE("C01", Severity.ERROR),
    /** Bytes that the declared encoding does not know. */
    NOT_DECODABLE("C02", Severity.ERROR),
    /** A header cell is not the declared one. */
    COLUMN_NAME("C03", Severity.ERROR),
    /** The header has more or fewer columns than declared. */
    COLUMN_COUNT("C04", Severity.ERROR),
    ROW_WIDTH("C05", Severity.ERROR),
    REQUIRED("C06", Severity.ERROR),
    NOT_DIGITS("C07", Severity.ERROR),
    NOT_A_DATE("C08", Severity.ERROR),
    LENGTH("C09", Severity.ERROR),
    BYTES("C10", Severity.ERROR),
    UNKNOWN_CODE("C11", Severity.ERROR),
    /** A cell that a spreadsheet would carry out as a formula when a clerk opens the file. */
    FORMULA("C12", Severity.ERROR),
    CONTROL_CHARACTER("C13", Severity.ERROR),
    LINE_TOO_LONG("C14", Severity.ERROR),
    /** A quoted cell that is not closed in its line, or goes on after its closing quote. */
    QUOTES("C15", Severity.ERROR),
    /** Only the header: may be true (nothing was found), may be a failed export. */
    NO_ROWS("C16", Severity.WARNING),
    /** The last line has no end: the file may be cut. */
    LAST_LINE_OPEN("C17", Severity.WARNING);

    private final String id;
    private final Severity severity;

    TableRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Finding finding(long line, @Nullable String record, @Nullable String field, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(severity, id, line, record, field, texts);
    }
}
