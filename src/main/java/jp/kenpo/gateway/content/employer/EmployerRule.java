package jp.kenpo.gateway.content.employer;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a checkup file of an employer must keep to. The texts stand in {@code messages/employer.properties}.
 *
 * <p>A note tells how a cell was read that is written in another form than the gateway's, without a doubt; a warning, that
 * there is a doubt or that something must be asked for; an error, that the cell can't be read. No form is published, so
 * what is called inferred here comes from several tools that read such files.
 */
enum EmployerRule {
    /** Ours. */
    EMPTY_FILE("W01", Severity.ERROR),
    /** Bytes that the encoding of the file does not know. Ours. */
    NOT_DECODABLE("W02", Severity.ERROR),
    /** Which encoding was found: nobody declares it. Ours. */
    ENCODING("W03", Severity.NOTE),
    /** No row among the first names the columns. Inferred: common practice has one header row. */
    NO_HEADER("W04", Severity.ERROR),
    /** A title above the header. Inferred. */
    ROWS_ABOVE("W05", Severity.NOTE),
    /** A second row with the 17 digits of the items, as some tools write. Inferred. */
    CODE_ROW("W06", Severity.NOTE),
    /** A column without which no row can be used. Ours: the minimal columns that the society takes. */
    MISSING_COLUMN("W07", Severity.ERROR),
    /** A column that the specific checkup needs. Source: 労働安全衛生規則 第44条, 省令157号 第1条. */
    MISSING_EXPECTED_COLUMN("W08", Severity.WARNING),
    /** A heading that the layout does not know: the column is not read and never leaves. Ours. */
    UNKNOWN_COLUMN("W09", Severity.WARNING),
    /** Two columns for one item: nobody can say which counts. Ours. */
    COLUMN_TWICE("W10", Severity.ERROR),
    /** A row that is not as wide as the header: its cells may have moved. RFC 4180, section 2. */
    ROW_WIDTH("W11", Severity.ERROR),
    /** A quoted cell that is not closed. RFC 4180, section 2. */
    QUOTES("W12", Severity.ERROR),
    /** Ours. */
    LINE_TOO_LONG("W13", Severity.ERROR),
    /** Ours. */
    NO_ROWS("W14", Severity.WARNING),
    /** Ours: the limit of the layout. */
    TOO_MANY_ROWS("W15", Severity.ERROR),
    /** UTF-16, which spreadsheets call Unicode text. Ours. */
    UNICODE_TEXT("W16", Severity.ERROR),
    /** Tabs or semicolons between the cells. Ours. */
    SEPARATOR("W17", Severity.ERROR),
    /** Full-width digits or half-width kana. Inferred: common practice. */
    WIDTH("W20", Severity.NOTE),
    /** A day of the Japanese calendar or with separators. Inferred: common practice. */
    DATE_FORM("W21", Severity.NOTE),
    /** A label of the code list in the place of its value. Inferred: common practice. */
    LABEL("W22", Severity.NOTE),
    /** Words in the place of a finding's value. Inferred: common practice. */
    FREE_TEXT("W23", Severity.NOTE),
    /** A unit in the cell or heading. Inferred. */
    UNIT("W24", Severity.NOTE),
    /** {@code 4001.0}: a spreadsheet took a code for a number. Inferred: common practice. */
    SPREADSHEET_NUMBER("W25", Severity.NOTE),
    /** Another space than one full-width space between the parts of a name. Ours. */
    SPACES("W26", Severity.NOTE),
    /** 未実施 and the like. Inferred: common practice. */
    NOT_DONE("W27", Severity.NOTE),
    /** The same as noted, in more cells of the column. Ours: a habit would fill the report. */
    REPEATED("W28", Severity.NOTE),
    /** A number that lost its zeros in a spreadsheet. Inferred: common practice. */
    LEADING_ZEROS("W30", Severity.WARNING),
    /** A day as a spreadsheet counts it. Inferred: common practice. */
    SERIAL_DATE("W31", Severity.WARNING),
    /** Hours in the place of the code of 採血時間. Inferred: common practice. */
    HOURS("W32", Severity.WARNING),
    /** A limit in the place of a value. Source: 2-value form of the standard archive, H and L. */
    LIMIT("W33", Severity.WARNING),
    /** More decimals than the item has. Source: XML用特定健診項目情報, format. */
    ROUNDED("W34", Severity.WARNING),
    /** Not done, and needed. Source: 省令157号 第1条, 安衛則 第44条; the name in katakana is ours. */
    NOT_DONE_NEEDED("W35", Severity.WARNING),
    /** Empty, and needed. Source: 省令157号 第1条, 安衛則 第44条; the name in katakana is ours. */
    EXPECTED_EMPTY("W36", Severity.WARNING),
    /** Members are told apart by the branch number (枝番) since 2021. Ours. */
    NO_BRANCH_NUMBER("W37", Severity.WARNING),
    /** A clinic's own grade, which is no judgement of the doctor. Inferred. */
    GRADE("W38", Severity.WARNING),
    /** One result a member counts. Ours. */
    MEMBER_TWICE("W39", Severity.WARNING),
    /** Ours: the minimal columns that the society takes. */
    REQUIRED_EMPTY("W40", Severity.ERROR),
    /** Ours. */
    NOT_DIGITS("W41", Severity.ERROR),
    /** Ours. */
    TOO_MANY_DIGITS("W42", Severity.ERROR),
    /** Source: 昭和51年8月7日 保発45号. */
    INSURER_CHECK_DIGIT("W43", Severity.ERROR),
    /** A member of another insurer: not this society's to read. Ours. */
    OTHER_INSURER("W44", Severity.ERROR),
    /** The 10 digits of a checkup institution. Measured on 36 numbers, of which 3 were made up. */
    INSTITUTION_CHECK_DIGIT("W45", Severity.WARNING),
    /** Ours. */
    NOT_A_DATE("W46", Severity.ERROR),
    /** Ours. */
    FUTURE_DATE("W47", Severity.ERROR),
    /** Ours. */
    BIRTH_NOT_BEFORE_CHECKUP("W48", Severity.ERROR),
    /** 高齢者の医療の確保に関する法律 came into force on 2008-04-01. */
    BEFORE_THE_LAW("W49", Severity.ERROR),
    /** Source: XML用特定健診項目情報, type PQ. */
    NOT_A_NUMBER("W50", Severity.ERROR),
    /** Source: XML用特定健診項目情報, input limits. */
    OUTSIDE_LIMITS("W51", Severity.ERROR),
    /** Ours: the units of the layout. */
    UNKNOWN_UNIT("W52", Severity.ERROR),
    /** Ours: the labels of the layout. */
    UNKNOWN_LABEL("W53", Severity.ERROR),
    /** Source: XML用特定健診項目情報, format. */
    TOO_LONG("W54", Severity.ERROR),
    /** A text that a spreadsheet would carry out. Ours. */
    FORMULA_SIGN("W55", Severity.ERROR),
    /** Ours. */
    CONTROL_CHARACTER("W56", Severity.ERROR),
    /** Ours. */
    NOT_KATAKANA("W57", Severity.WARNING),
    /** The binary form before 2007. Ours. */
    OLD_WORKBOOK("W60", Severity.ERROR),
    /** Ours. */
    ENCRYPTED_WORKBOOK("W61", Severity.ERROR),
    /** An archive without the parts of a workbook. ECMA-376 part 2. */
    NOT_A_WORKBOOK("W62", Severity.ERROR),
    /** Bytes, parts, or ratio of packing beyond what a table needs. Ours. */
    WORKBOOK_TOO_LARGE("W63", Severity.ERROR),
    /** Names of parts that lead elsewhere or stand twice. ECMA-376 part 2, 6.2. */
    WORKBOOK_NAMES("W64", Severity.ERROR),
    /** Ours. */
    MACROS("W65", Severity.ERROR),
    /** Embedded objects, controls, links to other files. Ours. */
    EMBEDDED("W66", Severity.ERROR),
    /** No part of a workbook has a document type. ECMA-376 part 2, 6.2.5; ours as to XXE. */
    DOCUMENT_TYPE("W67", Severity.ERROR),
    /** Ours. */
    BROKEN_WORKBOOK("W68", Severity.ERROR),
    /** A value that the reader would have to believe or to compute. Ours. */
    FORMULA("W69", Severity.ERROR),
    /** {@code #N/A} and the like. Ours. */
    ERROR_VALUE("W70", Severity.ERROR),
    /** Ours. */
    HIDDEN_SHEET("W71", Severity.WARNING),
    /** Hidden rows or columns: they are read, and the sender may not know that they are there. Ours. */
    HIDDEN_CELLS("W72", Severity.WARNING),
    /** Only the first sheet is read. Ours. */
    OTHER_SHEETS("W73", Severity.NOTE);

    private final String id;
    private final Severity severity;

    EmployerRule(String id, Severity severity) {
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
