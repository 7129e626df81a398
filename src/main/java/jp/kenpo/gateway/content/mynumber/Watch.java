package jp.kenpo.gateway.content.mynumber;

/** What a column is declared to hold, as far as it matters to the {@link MyNumberGuard}. */
public enum Watch {
    /** Anything: names, codes, remarks. A text without a declaration is such a column. */
    TEXT,
    /** A figure of a spreadsheet, which may have lost its leading zeros or be written with an exponent. */
    FIGURE,
    /**
     * A number of another kind, of which twelve digits are a regular form: 検索番号, 整理番号, 会社法人等番号. One cell that
     * is nothing but digits proves nothing here.
     */
    OTHER_NUMBER,
    /** A time as {@code yyyyMMddHHmm}. */
    TIMESTAMP,
    /** Signs that a program wrote for itself or another: several codes in one item, base64. */
    CODES,
    /** The My Number itself. Every cell that is not empty counts, whatever is in it. */
    MY_NUMBER;

    /** The declared field that is the My Number. */
    public static final String FIELD = "my-number.number";

    /** Returns what a declared field tells, as {@code category.field}. */
    public static Watch of(String field) {
        return field.equals(FIELD) ? MY_NUMBER : TEXT;
    }
}
