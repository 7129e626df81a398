package jp.kenpo.gateway.content.employer;

/** One cell as it stands in the file. */
record Cell(String text, Kind kind) {

    enum Kind {
        TEXT,
        /** A number of a workbook, in plain notation. */
        NUMBER,
        /** A date of a workbook, as {@code YYYYMMDD}. */
        DAY,
        /** A formula; its text is empty. */
        FORMULA,
        /** What a formula that failed leaves, as {@code #N/A}; its text is empty. */
        ERROR
    }

    static final Cell EMPTY = new Cell("", Kind.TEXT);

    boolean isEmpty() {
        return (kind == Kind.TEXT || kind == Kind.NUMBER) && text.isBlank();
    }

    @Override
    public String toString() {
        return "Cell[" + kind + "]";
    }
}
