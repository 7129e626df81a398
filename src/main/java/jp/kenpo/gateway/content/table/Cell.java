package jp.kenpo.gateway.content.table;

/** One cell as a part of the characters of its line; the next line takes its place. */
final class Cell implements CharSequence {

    private final char[] chars;
    private int begin;
    private int end;
    private boolean unread;

    Cell(char[] chars) {
        this.chars = chars;
    }

    void moveTo(int newBegin, int newEnd) {
        begin = newBegin;
        end = newEnd;
        unread = false;
    }

    /** Says that the bytes of the cell are no characters; it is then empty. */
    void leaveUnread() {
        moveTo(0, 0);
        unread = true;
    }

    /** Returns the characters of the line, of which this cell is a part. */
    char[] line() {
        return chars;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    boolean isUnread() {
        return unread;
    }

    @Override
    public int length() {
        return end - begin;
    }

    @Override
    public char charAt(int index) {
        return chars[begin + index];
    }

    @Override
    public CharSequence subSequence(int from, int until) {
        return new String(chars, begin + from, until - from);
    }

    @Override
    public String toString() {
        return new String(chars, begin, end - begin);
    }
}
