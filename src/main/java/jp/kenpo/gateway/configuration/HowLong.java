package jp.kenpo.gateway.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in the log how long something goes on, in its two largest units: {@code 15 h 57 min}. */
public final class HowLong {

    private static final int UNITS = 2;

    private HowLong() {}

    /** @param duration below zero, where a clock was set back, counts as none */
    public static String of(Duration duration) {
        Duration whole = duration.isNegative() ? Duration.ZERO : duration;
        List<String> units = new ArrayList<>();
        add(units, whole.toDays(), "d");
        add(units, whole.toHoursPart(), "h");
        add(units, whole.toMinutesPart(), "min");
        add(units, whole.toSecondsPart(), "s");
        return units.isEmpty() ? "less than 1 s" : String.join(" ", units.subList(0, Math.min(UNITS, units.size())));
    }

    /** A unit that follows another is told even if it is 0: the third one never is. */
    private static void add(List<String> units, long number, String unit) {
        if (number > 0 || !units.isEmpty()) {
            units.add(number + " " + unit);
        }
    }
}
