package jp.kenpo.gateway.sandbox.checkup;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** The archives in which the institutions send the checkups of a month: one of each institution. */
public final class CheckupDelivery {

    private CheckupDelivery() {}

    /** Returns the archives of a month, April 2024 at the earliest, since they are in the form of the 4th period. */
    public static List<CheckupArchive> of(FictionalSociety society, YearMonth month, long seed) {
        if (month.isBefore(YearMonth.of(2024, 4))) {
            throw new IllegalArgumentException("checkups are made from 2024-04 on, not for " + month);
        }
        return IntStream.range(0, Institution.ALL.size())
                .mapToObj(ordinal -> new CheckupArchive(society, month, seed, ordinal))
                .toList();
    }
}
