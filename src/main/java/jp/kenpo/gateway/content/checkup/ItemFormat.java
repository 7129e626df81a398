package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;

/**
 * How the value of an item is written.
 *
 * @param type {@code PQ}, {@code CD}, {@code CO} or {@code ST}
 * @param digits digits before the point of a PQ
 * @param decimals digits after the point of a PQ
 * @param bytes most bytes of an ST: a half-width character is 1, a full-width one is 2
 */
record ItemFormat(String type, int digits, int decimals, int bytes) {

    /** Bytes of the texts that hold a day, YYYYMMDD. */
    private static final int DAY = 8;

    /** @param format {@code NNN.N} for a number, the bytes for a text */
    static ItemFormat of(String type, String format) {
        if (type.equals("ST")) {
            return new ItemFormat(type, 0, 0, Integer.parseInt(format));
        }
        int point = format.indexOf('.');
        int digits = point < 0 ? format.length() : point;
        return new ItemFormat(type, digits, point < 0 ? 0 : format.length() - point - 1, 0);
    }

    boolean isNumber() {
        return type.equals("PQ");
    }

    boolean isCode() {
        return type.equals("CD") || type.equals("CO");
    }

    boolean isDay() {
        return bytes == DAY;
    }

    /** Returns whether the number has no more digits than the format; fewer decimals are left to the sender. */
    boolean holds(BigDecimal number) {
        return number.scale() <= decimals && number.precision() - number.scale() <= digits;
    }

    /** Returns the bytes of a text as the specification counts them. */
    static int bytes(String text) {
        return text.codePoints()
                .map(c -> c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? 1 : 2)
                .sum();
    }
}
