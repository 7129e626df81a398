package jp.kenpo.gateway.content.checkup;

/**
 * A text of a file and where it stands.
 *
 * @param line from 1; of what is missing the line where it was expected, or 0
 */
record Text(String value, int line) {

    @Override
    public String toString() {
        return "Text[line " + line + "]";
    }
}
