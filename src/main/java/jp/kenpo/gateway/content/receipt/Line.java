package jp.kenpo.gateway.content.receipt;

import java.nio.charset.StandardCharsets;
import jp.kenpo.gateway.content.EightBytes;

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

    static final int ID_BYTES = 2;

    private static final int MAX_FIELDS = 128;
    private static final int MAX_NUMBER_DIGITS = 9;
    private static final int BEGIN = 32;
    private static final int WIDTH = 16;
    private static final int MARKS = (1 << WIDTH) - 1;

    /** From so many bytes on an item can hold a My Number (個人番号). */
    static final int LONG_BYTES = 12;

    /** How a line ended. */
    enum Ending {
        CRLF,
        LF,
        /** The stream or the end mark came before the line end. */
        NONE
    }

    private final int firstPlace;

    /** The buffer that all lines stand in. */
    final byte[] bytes;

    long number;
    int start;
    int end;
    boolean tooLong;
    Ending ending = Ending.NONE;
    /** All kinds of bytes of the line, joined. */
    int kinds;

    private int count;

    /** By place, of filled items only: where it begins, how many bytes it has, their kinds. Of others what was is left. */
    private final long[] spots = new long[MAX_FIELDS];

    /** The filled places as bits, the first 64 and the others: most items of a service are empty, so checks go by these. */
    private long filledFirst;

    private long filledOthers;

    /** Where the items begin that are only counted. */
    private int rest;

    /** The places where twelve digits could stand. */
    private final int[] longOnes = new int[MAX_FIELDS];

    private int longCount;

    Line(byte[] bytes, Dialect dialect) {
        this.bytes = bytes;
        firstPlace = RECORD_ID - dialect.prefixItems();
    }

    void beginAt(int position) {
        start = position;
        end = position;
        tooLong = false;
        kinds = 0;
        count = firstPlace;
        longCount = 0;
        filledFirst = 0;
        filledOthers = 0;
    }

    /** Says how the line ended; hardly ever otherwise than the one before, and to look is cheaper than to write. */
    void endAs(Ending how) {
        if (ending != how) {
            ending = how;
        }
    }

    /** Adds an item, which may be empty. Items beyond the last place are counted only. */
    void item(int from, int until, int itemKinds) {
        int place = count;
        if (from < until && place < MAX_FIELDS) {
            fill(place, from, until - from, itemKinds);
        }
        count = place + 1;
        kinds |= itemKinds;
        if (count == MAX_FIELDS) {
            rest = until;
        }
    }

    /** Returns whether there are places enough for all items that a {@link ByteWindow} can hold. */
    boolean hasRoom() {
        return count < MAX_FIELDS - ByteWindow.BYTES;
    }

    /**
     * Adds items that are empty or digits.
     *
     * @param from where the first begins, which is bit 0
     * @param commas where they end, as bits
     */
    void simpleItems(int from, long commas) {
        long behindCommas = (commas << 1) | 1;
        long begun = ~commas & behindCommas & (Long.highestOneBit(commas) - 1);
        long ended = commas & ~behindCommas;
        int first = count;
        long filled = 0;
        kinds |= begun == 0 ? 0 : ShiftJis.DIGIT;
        for (; begun != 0; begun &= begun - 1) {
            int begin = Long.numberOfTrailingZeros(begun);
            int width = Long.numberOfTrailingZeros(ended) - begin;
            int before = Long.bitCount(commas & (begun - 1) & ~begun);
            spots[first + before] = spot(from + begin, width, ShiftJis.DIGIT);
            filled |= 1L << before;
            ended &= ended - 1;
            if (width >= LONG_BYTES) {
                longOnes[longCount++] = first + before;
            }
        }
        addFilled(first, filled);
        count = first + Long.bitCount(commas);
    }

    private void addFilled(int first, long filled) {
        if (first < Long.SIZE) {
            filledFirst |= filled << first;
            // two shifts, because one by 64 is none
            filledOthers |= (filled >>> 1) >>> ~first;
        } else {
            filledOthers |= filled << first;
        }
    }

    /** Begins with the prefix and a record id of two bytes; where these stand is told from the begin of the line. */
    void prefixAndId(int from, int firstComma, int secondComma, int id, int idKinds) {
        spots[DATA_ORIGIN] = spot(from, firstComma, ShiftJis.DIGIT);
        spots[LINE_NO] = spot(from + firstComma + 1, secondComma - firstComma - 1, ShiftJis.DIGIT);
        spots[BRANCH_NO] = spot(from + secondComma + 1, id - secondComma - 2, ShiftJis.DIGIT);
        spots[RECORD_ID] = spot(from + id, ID_BYTES, idKinds);
        count = RECORD_ID + 1;
        filledFirst = (1L << count) - 1;
        kinds = ShiftJis.DIGIT | idKinds;
    }

    private static long spot(int from, int width, int itemKinds) {
        return ((long) from << BEGIN) | ((long) width << WIDTH) | itemKinds;
    }

    private void fill(int place, int from, int width, int itemKinds) {
        spots[place] = spot(from, width, itemKinds);
        if (place < Long.SIZE) {
            filledFirst |= 1L << place;
        } else {
            filledOthers |= 1L << place;
        }
        if (width >= LONG_BYTES) {
            longOnes[longCount++] = place;
        }
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

    /** Returns the first place from there on whose item is not empty; -1 if there is none. */
    int nextFilled(int from) {
        long places = from < Long.SIZE ? filledFirst & (-1L << from) : 0;
        if (places != 0) {
            return Long.numberOfTrailingZeros(places);
        }
        return filledOthers == 0 ? -1 : nextOther(from);
    }

    /** Returns the filled places from one on as bits, of which that is the lowest. */
    long filledFrom(int place) {
        if (place >= Long.SIZE) {
            return place < MAX_FIELDS ? filledOthers >>> place : 0;
        }
        // two shifts, because one by 64 is none
        return (filledFirst >>> place) | ((filledOthers << 1) << ~place);
    }

    private int nextOther(int from) {
        long places = from <= Long.SIZE ? filledOthers : from < MAX_FIELDS ? filledOthers & (-1L << from) : 0;
        return places == 0 ? -1 : Long.SIZE + Long.numberOfTrailingZeros(places);
    }

    /** Returns the number of items of at least {@link #LONG_BYTES}. */
    int longCount() {
        return longCount;
    }

    /** Returns the place of a long item, counted from 0, in ascending order. */
    int longOne(int index) {
        return longOnes[index];
    }

    /** Returns where a filled item begins. */
    int begin(int place) {
        return (int) (spots[place] >>> BEGIN);
    }

    int length(int place) {
        return has(place) ? width(place) : 0;
    }

    /** Returns where the bytes begin that belong to no place, if there are more items than places. */
    int rest() {
        return rest;
    }

    /** Returns what kinds of bytes the item has, bits of {@link ShiftJis}. */
    int kinds(int place) {
        return has(place) ? marks(place) & ShiftJis.KINDS : 0;
    }

    /** Returns what kinds of bytes a filled item has, with what only the search for My Numbers tells apart. */
    int marks(int place) {
        return (int) spots[place] & MARKS;
    }

    /** Returns whether the prefix is three numbers of as many digits as each may have. */
    boolean hasUsualPrefix() {
        int prefix = (1 << RECORD_ID) - 1;
        return ((int) filledFirst & prefix) == prefix
                && (marks(DATA_ORIGIN) | marks(LINE_NO) | marks(BRANCH_NO)) == ShiftJis.DIGIT
                && isUsualPrefix(width(DATA_ORIGIN), width(LINE_NO), width(BRANCH_NO));
    }

    /** Returns whether a prefix of so many bytes is one, and no part of it too long. */
    static boolean isUsualPrefix(int origin, int number, int branch) {
        return Math.min(Math.min(origin, number), branch) > 0
                && origin <= Item.DATA_ORIGIN.maxBytes()
                && number <= Item.LINE_NO.maxBytes()
                && branch <= Item.BRANCH_NO.maxBytes();
    }

    /** Returns whether there is an item at the place with at least one byte. */
    boolean has(int place) {
        long places = place < Long.SIZE ? filledFirst : filledOthers;
        return place < MAX_FIELDS && ((places >>> place) & 1) != 0;
    }

    /** Returns the filled places as bits: the first 64, or those behind them. */
    long filledPlaces(boolean first) {
        return first ? filledFirst : filledOthers;
    }

    /** Returns the number of bytes of a filled item. */
    int width(int place) {
        return (int) spots[place] >>> WIDTH;
    }

    /** Returns the item as a number of at most nine digits; -1 if it is none, empty or missing. */
    int number(int place) {
        return has(place) && marks(place) == ShiftJis.DIGIT ? number(begin(place), width(place)) : -1;
    }

    private int number(int begin, int length) {
        if (length == 1) {
            return bytes[begin] - '0';
        }
        if (length <= EightBytes.COUNT) {
            return EightBytes.number(EightBytes.at(bytes, begin), length);
        }
        return length > MAX_NUMBER_DIGITS ? -1 : 10 * number(begin, length - 1) + bytes[begin + length - 1] - '0';
    }

    /** Returns the byte of an item as a character, for half-width codes. */
    char charAt(int place, int index) {
        return (char) (bytes[begin(place) + index] & 0xFF);
    }

    /** Returns a number that items of the same bytes have alike, hardly any others, and 0 for an item that is missing. */
    long hash(int place) {
        long hash = 0;
        if (has(place)) {
            int end = begin(place) + width(place);
            for (int at = begin(place); at < end; at++) {
                hash = 31 * hash + (bytes[at] & 0xFF);
            }
        }
        return hash;
    }

    /** Returns the item decoded; empty if it is missing. */
    String text(int place) {
        if (!has(place)) {
            return "";
        }
        // asking for the decoder of Shift_JIS is most of the time that a short item takes
        boolean ascii = (marks(place) & ~ShiftJis.ASCII) == 0;
        var charset = ascii ? StandardCharsets.ISO_8859_1 : ShiftJis.WINDOWS_31J;
        return new String(bytes, begin(place), width(place), charset);
    }
}
