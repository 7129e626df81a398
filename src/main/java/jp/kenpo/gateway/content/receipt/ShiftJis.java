package jp.kenpo.gateway.content.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import jp.kenpo.gateway.content.EightBytes;

/**
 * What each byte of a receipt file is, as bits that can be joined over an item: one look-up a byte, nothing decoded.
 *
 * <p>Source: 記録条件仕様, characters are JIS X 0201 (8 bits) and JIS X 0208-1983 as Shift_JIS. The second byte of a
 * character is never a comma, a quote or a control byte, so splitting bytes is safe.
 */
final class ShiftJis {

    static final int DIGIT = 1;
    static final int POINT = 1 << 1;
    /** Half-width letters, signs and space. */
    static final int LETTER = 1 << 2;

    static final int WIDE = 1 << 3;
    /** Half-width katakana: JIS X 0201, but in no type of item. */
    static final int KANA = 1 << 4;
    /** A character that only one maker's Shift_JIS has, outside JIS X 0208. */
    static final int VENDOR = 1 << 5;
    /** A control byte, or the quote that the format does not know. */
    static final int FORBIDDEN = 1 << 6;

    static final int UNDECODABLE = 1 << 7;

    /** All kinds that items are checked for. */
    static final int KINDS = (1 << 8) - 1;

    static final int ASCII = DIGIT | POINT | LETTER;

    /** A full-width digit, beside {@link #WIDE}. */
    static final int WIDE_DIGIT = 1 << 8;
    /** A half-width space or hyphen, beside {@link #LETTER}. */
    static final int SEPARATOR = 1 << 9;

    /** From here on: what is no content of an item. */
    static final int SPECIAL = 1 << 10;

    static final int COMMA = SPECIAL;
    static final int LEAD = SPECIAL + 1;
    static final int LINE_FEED = SPECIAL + 2;
    static final int CARRIAGE_RETURN = SPECIAL + 3;
    static final int END_MARK = SPECIAL + 4;

    /** Java's name for the Shift_JIS that decodes what makers added. */
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The bit that small letters have, in eight bytes. */
    private static final long SMALL = 0x2020202020202020L;

    /** Added to bytes from 0 to 127, it sets the high bit from {@code a} on. */
    private static final long FROM_A = 0x1F1F1F1F1F1F1F1FL;

    /** Added to bytes from 0 to 127, it sets the high bit behind {@code z}. */
    private static final long BEHIND_Z = 0x0505050505050505L;

    private static final short[] SINGLE = new short[256];
    /** {@link #DIGIT} stands for {@link #WIDE_DIGIT}, so that a byte is enough. */
    private static final byte[] PAIRS = new byte[1 << 16];

    static {
        for (int b = 0; b < 256; b++) {
            SINGLE[b] = (short) single(b);
        }
        var jis = Charset.forName("Shift_JIS");
        for (int lead = 0x81; lead <= 0xFC; lead++) {
            for (int trail = 0x40; SINGLE[lead] == LEAD && trail <= 0xFC; trail++) {
                PAIRS[lead << 8 | trail] = (byte) pair(lead, trail, jis);
            }
        }
    }

    private ShiftJis() {}

    /** Returns whether eight bytes are digits, letters or both, as kinds; 0 if one is neither. */
    static int plainKinds(long word) {
        long small = word | SMALL;
        long letters = (small + FROM_A) & ~(small + BEHIND_Z) & HIGH_BITS;
        long others = EightBytes.others(word);
        if ((word & HIGH_BITS) != 0 || (others & ~letters) != 0) {
            return 0;
        }
        return (others == HIGH_BITS ? 0 : DIGIT) | (letters == 0 ? 0 : LETTER);
    }

    /** Returns what a byte is that does not follow a {@link #LEAD}. */
    static int kind(byte b) {
        return SINGLE[b & 0xFF];
    }

    /** Returns what two bytes are together; 0 if the second can't be a second byte at all and begins anew. */
    static int kind(byte lead, byte trail) {
        int pair = PAIRS[(lead & 0xFF) << 8 | (trail & 0xFF)] & 0xFF;
        return (pair & ~DIGIT) | (pair & DIGIT) * WIDE_DIGIT;
    }

    private static int single(int b) {
        return switch (b) {
            case ',' -> COMMA;
            case '\n' -> LINE_FEED;
            case '\r' -> CARRIAGE_RETURN;
            case 0x1A -> END_MARK;
            case '"', 0x7F -> FORBIDDEN;
            case '.' -> POINT;
            case ' ', '-' -> LETTER | SEPARATOR;
            default -> byRange(b);
        };
    }

    private static int byRange(int b) {
        if (b < 0x20) {
            return FORBIDDEN;
        }
        if (b < 0x80) {
            return b >= '0' && b <= '9' ? DIGIT : LETTER;
        }
        if (b >= 0xA1 && b <= 0xDF) {
            return KANA;
        }
        return b == 0x80 || b == 0xA0 || b > 0xFC ? UNDECODABLE : LEAD;
    }

    private static int pair(int lead, int trail, Charset jis) {
        if (trail == 0x7F) {
            return 0;
        }
        if (lead == 0x82 && trail >= 0x4F && trail <= 0x58) {
            return WIDE | DIGIT;
        }
        byte[] bytes = {(byte) lead, (byte) trail};
        if (decodes(jis, bytes)) {
            return WIDE;
        }
        return decodes(WINDOWS_31J, bytes) ? WIDE | VENDOR : UNDECODABLE;
    }

    private static boolean decodes(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).length() == 1;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
