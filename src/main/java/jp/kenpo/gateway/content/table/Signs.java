package jp.kenpo.gateway.content.table;

import java.util.Arrays;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.member.MyNumberSearch;

/** What the signs of one cell are, learned in one pass. Used again for each cell. */
final class Signs {

    static final int DIGIT = 1;
    static final int LETTER = 1 << 1;
    static final int HYPHEN = 1 << 2;
    static final int SPACE = 1 << 3;
    /** Other half-width signs. */
    static final int SIGN = 1 << 4;

    static final int HALF_KANA = 1 << 5;
    static final int FULL_KANA = 1 << 6;
    static final int WIDE_SPACE = 1 << 7;
    /** Other full-width signs. */
    static final int WIDE = 1 << 8;

    static final int CONTROL = 1 << 9;
    static final int ANY = CONTROL - 1;

    /** Beside {@link #WIDE}: a sign that may be a digit in another form. */
    private static final int UNSURE = 1 << 10;

    private static final int[] ASCII = new int[0x80];
    private static final int[] BYTES = new int[0x100];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = ascii((char) c);
        }
        Arrays.fill(BYTES, Cell.UNKNOWN);
        System.arraycopy(ASCII, 0, BYTES, 0, ASCII.length);
        BYTES['"'] = Cell.UNKNOWN;
    }

    private final boolean utf8;
    private int kinds;
    private int characters;
    private int bytes;

    /** @param utf8 whether bytes are counted as in UTF-8; else as in Shift_JIS */
    Signs(boolean utf8) {
        this.utf8 = utf8;
    }

    void scan(Cell cell) {
        if (cell.kinds() != Cell.UNKNOWN) {
            kinds = cell.kinds();
            characters = cell.length();
            bytes = characters;
        } else {
            look(cell);
        }
    }

    private void look(Cell cell) {
        char[] line = cell.line();
        int end = cell.end();
        int seen = 0;
        int more = 0;
        int followers = 0;
        for (int i = cell.begin(); i < end; i++) {
            char c = line[i];
            if (c < 0x80) {
                seen |= ASCII[c];
            } else {
                seen |= beyondAscii(c);
                more += utf8 ? utf8Bytes(c) - 1 : isHalfKana(c) ? 0 : 1;
                followers += Character.isLowSurrogate(c) ? 1 : 0;
            }
        }
        kinds = seen;
        characters = cell.length() - followers;
        bytes = cell.length() + more;
    }

    /** Returns whether twelve digits may stand there; says yes too often, never no too often. */
    boolean mayHoldMyNumber() {
        if ((kinds & (UNSURE | CONTROL)) != 0) {
            return characters >= 6;
        }
        boolean digitsOnly = kinds == DIGIT;
        return (kinds & DIGIT) != 0 && (digitsOnly ? characters == MyNumber.LENGTH : characters >= MyNumber.LENGTH);
    }

    /** Returns the kinds of signs that occur, as bits. */
    int kinds() {
        return kinds & ~UNSURE;
    }

    /** Returns the number of characters. */
    int characters() {
        return characters;
    }

    /** Returns the number of bytes in the encoding. */
    int bytes() {
        return bytes;
    }

    /** Returns whether signs of these kinds are signs from ! to ~ only. */
    static boolean arePlain(int kinds) {
        return (kinds & ~(DIGIT | LETTER | HYPHEN | SIGN)) == 0;
    }

    /** Returns the kind of a sign of ASCII that is no quote; {@link Cell#UNKNOWN} for any other byte. */
    static int ofByte(byte sign) {
        return BYTES[sign & 0xFF];
    }

    /** Returns the kind of a sign of ASCII; {@link Cell#UNKNOWN} for any other. */
    static int ofAscii(char sign) {
        return sign < ASCII.length ? ASCII[sign] : Cell.UNKNOWN;
    }

    private static int ascii(char c) {
        if (c < ' ' || c == 0x7F) {
            return CONTROL;
        } else if (c >= '0' && c <= '9') {
            return DIGIT;
        } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
            return LETTER;
        }
        return c == '-' ? HYPHEN : c == ' ' ? SPACE : SIGN;
    }

    private static int beyondAscii(char c) {
        if (isHalfKana(c)) {
            return HALF_KANA;
        } else if (c >= '\u30A1' && c <= '\u30FE') {
            return FULL_KANA;
        } else if (c == '\u3000') {
            return WIDE_SPACE;
        }
        if (c < 0xA0) {
            return CONTROL;
        }
        return MyNumberSearch.isPlain(c) ? WIDE : WIDE | UNSURE;
    }

    private static boolean isHalfKana(char c) {
        return c >= '\uFF61' && c <= '\uFF9F';
    }

    private static int utf8Bytes(char c) {
        if (c < 0x800) {
            return 2;
        }
        return Character.isSurrogate(c) ? 2 : 3;
    }
}
