package jp.kenpo.gateway.content.table;

/** The text of a column that most rows have alike, such as what became of them: made only when it changes. */
final class RepeatedText {

    private String cell = "";
    private String text = "";

    /** Returns the text of a cell without spaces around it. */
    String of(Cell next) {
        if (!cell.contentEquals(next)) {
            cell = next.toString();
            text = cell.strip();
        }
        return text;
    }
}
