package jp.kenpo.gateway.content.receipt;

/**
 * The line that a {@link LineReader} stands on: bytes and the bounds of its items, nothing decoded unless asked for.
 *
 * <p>One object serves all lines of a file; what is to outlive the line must be copied. Places count from 0 and
 * include the prefix of three: place 3 is the record id, which the specification calls item 1.
 */
final class Line {

    /** The longest line that a receipt can have is under 5 KiB; a longer one is damage, or an attack. */
    static final int MAX_BYTES = 8 * 1024;

    /** Places of the prefix: データ識別, 行番号, 枝番号. */
    static final int DATA_ORIGIN = 0;

    static final int LINE_NO = 1;
    static final int BRANCH_NO = 2;
    /** Place of the record id: an item's place is its number in the specification plus 2. */
    static final int RECORD_ID = 3;

    private static final int MAX_FIELDS = 128;
    private static final int MAX_NUMBER_DIGITS = 9;

    /** How a line ended. */
    enum Ending {
        CRLF,
        LF,
        /** The stream or the end mark came before the line end. */
        NONE
    }

    private final int firstPlace;

    byte[] bytes = {};
    long number;
    int start;
    int end;
    boolean tooLong;
    Ending ending = Ending.NONE;
    /** All kinds of bytes of the line, joined. */
    int kinds;

    private int count;
    private final int[] bounds = new int[MAX_FIELDS + 1];
    private final int[] kindsOf = new int[MAX_FIELDS];

    /** The places that are not empty: most items of a service are, so checks go by these. */
    private final int[] filled = new int[MAX_FIELDS];

    private int filledCount;

    Line(Dialect dialect) {
        firstPlace = RECORD_ID - dialect.prefixItems();
    }

    void begin(byte[] buffer, int position) {
        bytes = buffer;
        start = position;
        end = position;
        tooLong = false;
        ending = Ending.NONE;
        kinds = 0;
        count = firstPlace;
        filledCount = 0;
        for (int place = 0; place <= firstPlace; place++) {
            bounds[place] = position - 1;
        }
    }

    /** Ends an item at the position of its comma or line end. Items beyond the last place are counted only. */
    void endField(int position, int fieldKinds) {
        if (count < MAX_FIELDS) {
            if (fieldKinds != 0) {
                filled[filledCount++] = count;
            }
            kindsOf[count] = fieldKinds;
            bounds[count + 1] = position;
        }
        count++;
        kinds |= fieldKinds;
    }

    /** Returns the place of the first item that is written: the record id where the file has no prefix. */
    int firstPlace() {
        return firstPlace;
    }

    /** Returns the number of items, prefix and record id included; a missing prefix counts too. */
    int fieldCount() {
        return count;
    }

    /** Returns the number of places that can be asked for. */
    int places() {
        return Math.min(count, MAX_FIELDS);
    }

    /** Returns the number of items that are not empty. */
    int filledCount() {
        return filledCount;
    }

    /** Returns the place of a filled item, counted from 0, in ascending order. */
    int filled(int index) {
        return filled[index];
    }

    int begin(int place) {
        return bounds[place] + 1;
    }

    int length(int place) {
        return bounds[place + 1] - bounds[place] - 1;
    }

    /** Returns what kinds of bytes the item has, bits of {@link ShiftJis}. */
    int kinds(int place) {
        return kindsOf[place];
    }

    /** Returns whether there is an item at the place with at least one byte. */
    boolean has(int place) {
        return place < places() && length(place) > 0;
    }

    /** Returns the item as a number of at most nine digits; -1 if it is none, empty or missing. */
    int number(int place) {
        if (!has(place) || kindsOf[place] != ShiftJis.DIGIT || length(place) > MAX_NUMBER_DIGITS) {
            return -1;
        }
        int value = 0;
        for (int i = begin(place); i < bounds[place + 1]; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    /** Returns the byte of an item as a character, for half-width codes. */
    char charAt(int place, int index) {
        return (char) (bytes[begin(place) + index] & 0xFF);
    }

    /** Returns the item decoded; empty if it is missing. */
    String text(int place) {
        return has(place) ? new String(bytes, begin(place), length(place), ShiftJis.WINDOWS_31J) : "";
    }
}
