package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.content.EightBytes;

/**
 * Finds the items of one line and what kinds of bytes each has, in one pass: the hottest loop of all.
 *
 * <p>Prefix and record id are taken at once; empty items and items of digits, most of every file, are found in a {@link
 * ByteWindow}; anything else goes byte by byte, letters and digits eight at a time.
 */
final class LineSplitter {

    /** Behind the bytes of a window stand those that end the item that begins in it. */
    private static final int AHEAD = ByteWindow.BYTES + 2;

    private final byte[] bytes;
    private final Line line;
    private final ByteWindow window;
    private final boolean prefixed;

    private int next;

    /** @param bytes the buffer that all lines stand in */
    LineSplitter(byte[] bytes, Line line) {
        this.bytes = bytes;
        this.line = line;
        this.window = new ByteWindow(bytes);
        this.prefixed = line.firstPlace() == Line.DATA_ORIGIN;
    }

    /** The bytes of the buffer have moved. */
    void forget() {
        window.forget();
    }

    /** Returns where the next line begins, when {@link #split} has returned true. */
    int next() {
        return next;
    }

    /**
     * Splits a line into its items.
     *
     * @param limit behind the last byte of the stream that is in the buffer
     * @param bound the line must end before it
     * @return false if the line has no end before the bound
     */
    boolean split(int from, int limit, int bound) {
        int at = prefixed && from + AHEAD < bound ? prefixAndId(from) : from;
        while (at >= 0 && at + AHEAD < bound && line.hasRoom()) {
            window.moveTo(at);
            long commas = window.commas();
            if (commas != 0) {
                line.simpleItems(at, commas);
                at += Long.SIZE - Long.numberOfLeadingZeros(commas);
            }
            if (commas == 0 || window.hasOthers()) {
                at = other(at, limit, bound);
            }
        }
        return at < 0 || endsWithin(at, limit, bound);
    }

    /**
     * Takes the prefix and the record id at once, which are alike in nearly every line: three short numbers and two
     * letters. Returns where the next item begins, or the line if they are anything else.
     */
    private int prefixAndId(int from) {
        window.moveTo(from);
        long afterFirst = withoutLowest(window.allCommas());
        int first = Long.numberOfTrailingZeros(window.allCommas());
        int second = Long.numberOfTrailingZeros(afterFirst);
        int id = Long.numberOfTrailingZeros(withoutLowest(afterFirst)) + 1;
        if (!window.beginsOthersWithPair(id) || !Line.isUsualPrefix(first, second - first - 1, id - second - 2)) {
            return from;
        }
        int kinds = ShiftJis.kind(bytes[from + id]) | ShiftJis.kind(bytes[from + id + 1]);
        if (kinds >= ShiftJis.SPECIAL) {
            return from;
        }
        line.prefixAndId(from, first, second, id, kinds);
        return from + id + Line.ID_BYTES + 1;
    }

    private static long withoutLowest(long bits) {
        return bits & (bits - 1);
    }

    /** Takes an item that has other bytes than digits; the two that every line has are looked at first. */
    private int other(int at, int limit, int bound) {
        if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
            line.item(at, at, 0);
            endLine(ShiftJis.CARRIAGE_RETURN, at);
            return -1;
        }
        return bytes[at + 2] == ',' ? pair(at, limit, bound) : mixed(at, limit, bound);
    }

    /** Goes to the end of the line byte by byte, where there are no eight bytes left to take. */
    private boolean endsWithin(int from, int limit, int bound) {
        int at = from;
        while (at >= 0 && at <= bound) {
            at = mixed(at, limit, bound);
        }
        return at < 0;
    }

    /** Takes an item of two bytes, as the record id is one, without asking each whether it is the end. */
    private int pair(int from, int limit, int bound) {
        int kinds = ShiftJis.kind(bytes[from]) | ShiftJis.kind(bytes[from + 1]);
        if (kinds >= ShiftJis.SPECIAL) {
            return mixed(from, limit, bound);
        }
        line.item(from, from + 2, kinds);
        return from + 3;
    }

    /** Takes one item; returns where the next begins, a negative number if the line ended, beyond the bound if it did not. */
    private int mixed(int from, int limit, int bound) {
        int kinds = 0;
        int at = from;
        // the fund's own long items are letters and digits; anything else ends this at once
        for (int plain = plain(at, bound); plain != 0; plain = plain(at, bound)) {
            kinds |= plain;
            at += EightBytes.COUNT;
        }
        while (at < bound) {
            int kind = ShiftJis.kind(bytes[at]);
            if (kind < ShiftJis.SPECIAL) {
                kinds |= kind;
                at++;
            } else if (kind == ShiftJis.COMMA) {
                line.item(from, at, kinds);
                return at + 1;
            } else if (kind == ShiftJis.LEAD) {
                int pair = at + 1 < limit ? ShiftJis.kind(bytes[at], bytes[at + 1]) : 0;
                kinds |= pair == 0 ? ShiftJis.UNDECODABLE : pair;
                at += pair == 0 ? 1 : 2;
            } else if (endsLine(kind, at, limit)) {
                line.item(from, at, kinds);
                endLine(kind, at);
                return -1;
            } else {
                kinds |= ShiftJis.FORBIDDEN;
                at++;
            }
        }
        line.item(from, bound, kinds);
        return bound + 1;
    }

    private int plain(int at, int bound) {
        return at + EightBytes.COUNT <= bound ? ShiftJis.plainKinds(EightBytes.at(bytes, at)) : 0;
    }

    /** A carriage return alone is a control byte inside an item. */
    private boolean endsLine(int kind, int at, int limit) {
        return kind != ShiftJis.CARRIAGE_RETURN || (at + 1 < limit && bytes[at + 1] == '\n');
    }

    private void endLine(int kind, int at) {
        line.end = at;
        switch (kind) {
            case ShiftJis.CARRIAGE_RETURN -> {
                line.endAs(Line.Ending.CRLF);
                next = at + 2;
            }
            case ShiftJis.LINE_FEED -> {
                line.endAs(Line.Ending.LF);
                next = at + 1;
            }
            default -> {
                line.endAs(Line.Ending.NONE);
                next = at;
            }
        }
    }
}
