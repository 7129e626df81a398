package jp.kenpo.gateway.content.employer;

/** What the cells of an item hold; in a layout in lower case. */
public enum ItemType {
    /** Half-width digits, of a fixed width where the layout has {@code digits}. */
    DIGITS(new DigitCells()),
    /** Letters and digits that stand for something: a symbol, an employee number. */
    IDENTIFIER(new IdentifierCells()),
    /** A measured value with its unit. */
    NUMBER(new NumberCells()),
    /** A day of the western or the Japanese calendar. */
    DATE(new DateCells()),
    /** A value of a code list, or a label of it. */
    CODE(new CodeCells()),
    /** A value of a code list, or what was found in words. */
    FINDING(new FindingCells()),
    /** Time since the last meal (採血時間): a value of its code list, or hours. */
    FASTING(new FastingCells()),
    /** A name in katakana. */
    KANA(new NameCells(true)),
    /** A name as it is written. */
    NAME(new NameCells(false)),
    TEXT(new TextCells());

    private final CellForm form;

    ItemType(CellForm form) {
        this.form = form;
    }

    CellForm form() {
        return form;
    }

    boolean hasCodes() {
        return this == CODE || this == FINDING || this == FASTING;
    }
}
