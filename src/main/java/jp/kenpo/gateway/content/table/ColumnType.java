package jp.kenpo.gateway.content.table;

/** What the cells of a column hold; in a layout in lower case. */
public enum ColumnType {
    /** Half-width digits only. */
    DIGITS,
    /** Any text of one line. */
    TEXT,
    /** A day of the western calendar, {@code YYYYMMDD}. */
    DATE
}
