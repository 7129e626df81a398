package jp.kenpo.gateway.content.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/**
 * One damage to a file.
 *
 * @param at where, as a share of the length
 * @param length how many bytes it takes
 * @param entropy decides what is left open
 */
record Mutation(Kind kind, double at, int length, long entropy) {

    /** Kinds of damage: by wires and disks, by programs, by people who mean it. */
    enum Kind {
        FLIP,
        OVERWRITE,
        DELETE,
        DUPLICATE,
        SPLICE,
        TRUNCATE,
        TOKEN,
        DIGITS,
        LONG_FIELD,
        /** Leaves the file alone, so that whole files are among the tries. */
        NONE
    }

    private static final int LONGEST_FIELD = 20_000;

    /** Returns the damaged bytes. */
    byte[] of(byte[] bytes) {
        int begin = (int) (at * bytes.length);
        int end = Math.min(bytes.length, begin + length);
        var chance = new Random(entropy);
        return switch (kind) {
            case FLIP -> changed(bytes, begin, end, b -> b ^ 1 << chance.nextInt(8));
            case OVERWRITE -> changed(bytes, begin, end, b -> chance.nextInt(256));
            case DIGITS -> changed(bytes, begin, end, b -> b >= '0' && b <= '9' ? '0' + chance.nextInt(10) : b);
            case DELETE -> joined(bytes, begin, new byte[0], end);
            case DUPLICATE -> joined(bytes, end, Arrays.copyOfRange(bytes, begin, end), end);
            case SPLICE -> spliced(bytes, begin, end, chance);
            case TRUNCATE -> Arrays.copyOf(bytes, begin);
            case TOKEN -> joined(bytes, begin, Tokens.any(chance), begin);
            case LONG_FIELD -> joined(bytes, begin, field(chance), begin);
            case NONE -> bytes;
        };
    }

    private static byte[] field(Random chance) {
        byte[] field = new byte[1 + chance.nextInt(LONGEST_FIELD)];
        Arrays.fill(field, (byte) "A0 ,<\"\n".charAt(chance.nextInt(7)));
        return field;
    }

    /** A part stands in the place of another. */
    private static byte[] spliced(byte[] bytes, int begin, int end, Random chance) {
        int from = chance.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + chance.nextInt(400));
        return joined(bytes, begin, Arrays.copyOfRange(bytes, from, to), end);
    }

    private static byte[] joined(byte[] bytes, int begin, byte[] between, int end) {
        var joined = new ByteArrayOutputStream(bytes.length + between.length);
        joined.write(bytes, 0, begin);
        joined.writeBytes(between);
        joined.write(bytes, end, bytes.length - end);
        return joined.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int begin, int end, java.util.function.IntUnaryOperator change) {
        byte[] changed = bytes.clone();
        for (int i = begin; i < end; i++) {
            changed[i] = (byte) change.applyAsInt(changed[i]);
        }
        return changed;
    }
}
