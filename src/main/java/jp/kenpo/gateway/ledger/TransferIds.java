package jp.kenpo.gateway.ledger;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Gives out the ids of transfers, each greater than the one before. Not thread-safe: it belongs to the writer.
 *
 * <p>Source: the ULID specification: 48 bits of milliseconds, 80 bits of chance, within one millisecond counted up; 26
 * digits of Crockford's base 32.
 */
final class TransferIds {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int CHANCE = 80;

    private final SecureRandom random = new SecureRandom();
    private BigInteger last = BigInteger.ZERO;

    TransferId next(Instant at) {
        BigInteger candidate = milliseconds(at).add(new BigInteger(CHANCE, random));
        // a clock that stands still or goes back
        boolean sameOrEarlier = candidate.shiftRight(CHANCE).compareTo(last.shiftRight(CHANCE)) <= 0;
        last = sameOrEarlier ? last.add(BigInteger.ONE) : candidate;
        return new TransferId(text(last));
    }

    /** Returns what no id of that time or later is smaller than. */
    static String lowest(Instant at) {
        return text(milliseconds(at));
    }

    private static BigInteger milliseconds(Instant at) {
        return BigInteger.valueOf(at.toEpochMilli()).max(BigInteger.ZERO).shiftLeft(CHANCE);
    }

    private static String text(BigInteger value) {
        char[] digits = new char[LENGTH];
        BigInteger rest = value;
        for (int at = LENGTH - 1; at >= 0; at--) {
            digits[at] = DIGITS.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(5);
        }
        return new String(digits);
    }
}
