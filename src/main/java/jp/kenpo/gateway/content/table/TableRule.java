package jp.kenpo.gateway.content.table;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a table, a record of fixed length and a filing must keep to. The texts stand in
 * {@code messages/table.properties} under the same ids.
 *
 * <p>Where no source is named, the rule is ours: the form of a table is agreed with each counterparty and stands in its
 * layout.
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
    /** A text that a spreadsheet would carry out as a formula when a clerk opens the file. */
    FORMULA("C12", Severity.ERROR),
    CONTROL_CHARACTER("C13", Severity.ERROR),
    LINE_TOO_LONG("C14", Severity.ERROR),
    /** A quoted cell that is not closed in its line, or goes on after its closing quote. */
    QUOTES("C15", Severity.ERROR),
    /** Only the header: may be true (nothing was found), may be a failed export. */
    NO_ROWS("C16", Severity.WARNING),
    /** The last line has no end: the file may be cut. */
    LAST_LINE_OPEN("C17", Severity.WARNING),
    /** No number, or more decimal places than agreed. */
    NOT_DECIMAL("C18", Severity.ERROR),
    RANGE("C19", Severity.ERROR),
    NOT_A_MONTH("C20", Severity.ERROR),
    NOT_A_TIME("C21", Severity.ERROR),
    NOT_A_CODE("C22", Severity.ERROR),
    /** No katakana, or half and full width in one cell. */
    NOT_KANA("C23", Severity.ERROR),
    NOT_FULL_WIDTH_KANA("C24", Severity.ERROR),
    NOT_HALF_WIDTH_KANA("C25", Severity.ERROR),
    NOT_FULL_WIDTH("C26", Severity.ERROR),
    NOT_HALF_WIDTH("C27", Severity.ERROR),
    /** Source: 昭和51年8月7日 保発45号. */
    INSURER_NUMBER("C28", Severity.ERROR),
    /** Measured: holds for all but a few of the published codes, so no more than a warning. */
    INSTITUTION_CODE("C29", Severity.WARNING),
    /** Source: 法人番号の指定等に関する省令 第2条. */
    CORPORATE_NUMBER("C30", Severity.ERROR),
    /** Source: 平成26年総務省令第85号 第5条. */
    MY_NUMBER("C31", Severity.ERROR),
    /** Two rows have the same key. */
    KEY_TWICE("C32", Severity.ERROR),
    /** The header or trailer record names another number of rows. */
    ROWS_COUNTED("C33", Severity.ERROR),
    /** The header or trailer record names another total. */
    TOTAL("C34", Severity.ERROR),
    /** The agreed header record does not come first, or the trailer record is missing: the file may be cut. */
    RECORD_MISSING("C35", Severity.ERROR),
    /** A row behind the trailer record, or a second header record. */
    RECORD_MISPLACED("C36", Severity.ERROR),
    /** A text that begins with a hyphen: a list, or a formula. */
    PERHAPS_FORMULA("C37", Severity.WARNING),
    /** What was found where the layout leaves the encoding open. */
    ENCODING_FOUND("C38", Severity.NOTE),
    /** UTF-8 without the byte order mark that the layout asks for. */
    MARK_MISSING("C39", Severity.ERROR),
    /** Rows that name no member, so that the disclosure to a member (開示) can't account for them. */
    MEMBER_NOT_NAMED("C40", Severity.WARNING),
    /** A record has more or fewer bytes than the layout. */
    RECORD_LENGTH("H01", Severity.ERROR),
    /** No record of the layout has this type (レコード区分). */
    RECORD_TYPE("H02", Severity.ERROR),
    /** Places that are agreed to be blank hold something. It never leaves. */
    FILLER("H03", Severity.WARNING),
    /** LF where CR LF is agreed, or the other way round. */
    LINE_END("H04", Severity.ERROR),
    /** A field of fixed length cuts a character of two bytes. */
    CHARACTER_CUT("H05", Severity.ERROR),
    /** {@code [kanri]} or {@code [data]} is missing. Source: public programs that write KPFD files. */
    SECTION_MISSING("H06", Severity.ERROR),
    /** A row of a filing begins with a form code (様式コード) that the layout does not have. */
    FORM_UNKNOWN("H07", Severity.ERROR),
    /** The number of establishments is not the one that the management record names. */
    ESTABLISHMENTS("H08", Severity.ERROR),
    /** Lines that belong to no section of a filing, or a section a second time. */
    SECTION_MISPLACED("H09", Severity.ERROR);

    private final String id;
    private final Severity severity;

    TableRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    Finding finding(long line, @Nullable String record, @Nullable String field, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(severity, id, line, record, field, texts);
    }
}
