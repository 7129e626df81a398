package jp.kenpo.gateway.content;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the place of a file says about its content, so that both can be compared.
 *
 * @param fileName name without folder; null for a message
 * @param month month that the folder names; null if none
 * @param insurerNumber insurer number that the folder names; null if none
 */
public record Arrival(
        @Nullable String fileName,
        @Nullable YearMonth month,
        @Nullable String insurerNumber) {

    /** A payload of which nothing is known but its bytes. */
    public static final Arrival UNKNOWN = new Arrival(null, null, null);
}
