package jp.kenpo.gateway.content.table;

/** One cell as a part of the characters of its line; the next line takes its place. */
final class Cell implements CharSequence {

    private final char[] chars;
    private int begin;
    private int end;

    Cell(char[] chars) {
        this.chars = chars;
    }

    void moveTo(int newBegin, int newEnd) {
        begin = newBegin;
        end = newEnd;
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
