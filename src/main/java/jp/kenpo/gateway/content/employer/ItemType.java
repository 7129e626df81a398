package jp.kenpo.gateway.content.employer;

/** What the cells of an item hold; in a layout in lower case. */
public enum ItemType {
    /** Half-width digits, of a fixed width where the layout has {@code digits}. */
    DIGITS,
    /** Letters and digits that stand for something: a symbol, an employee number. */
    IDENTIFIER,
    /** A measured value with its unit. */
    NUMBER,
    /** A day of the western or the Japanese calendar. */
    DATE,
    /** A value of a code list, or a label of it. */
    CODE,
    /** A value of a code list, or what was found in words. */
    FINDING,
    /** Time since the last meal (採血時間): a value of its code list, or hours. */
    FASTING,
    /** A name in katakana. */
    KANA,
    /** A name as it is written. */
    NAME,
    TEXT;

    CellForm form() {
        return switch (this) {
            case DIGITS -> new DigitCells();
            case IDENTIFIER -> new IdentifierCells();
            case NUMBER -> new NumberCells();
            case DATE -> new DateCells();
            case CODE -> new CodeCells();
            case FINDING -> new FindingCells();
            case FASTING -> new FastingCells();
            case KANA -> new NameCells(true);
            case NAME -> new NameCells(false);
            case TEXT -> new TextCells();
        };
    }

    boolean hasCodes() {
        return this == CODE || this == FINDING || this == FASTING;
    }
}
