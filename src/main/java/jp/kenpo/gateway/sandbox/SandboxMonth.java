package jp.kenpo.gateway.sandbox;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.kenpo.gateway.sandbox.simulator.Simulator;

/**
 * Plays a whole month: the clock stands, all parties act one after the other until nobody has anything left to do, and
 * only then it goes on to the next hour that matters. So the same seed gives the same month, however fast the machine is.
 */
public final class SandboxMonth {

    /** Begin of the working day; after the cut-off of the day's batches; after all that is due by the evening. */
    private static final List<LocalTime> HOURS = List.of(LocalTime.of(9, 0), LocalTime.of(17, 30), LocalTime.of(21, 0));

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;
    private static final int QUIET_LOOKS = 2;

    /** Who sees whether the gateway has something left to do, and does what is for a person to do. */
    public interface Watch {

        /** Does what waits for a person, if anything; returns whether something did. */
        boolean attend();

        /**
         * Returns whether nothing moves.
         *
         * @param handedIn how many files and messages were handed in since the beginning
         */
        boolean isQuiet(long handedIn);

        /** Returns what still moves, for the message that it does not end. */
        String underWay(long handedIn);
    }

    private final List<Simulator> simulators;
    private final SandboxClock clock;

    SandboxMonth(List<Simulator> simulators, SandboxClock clock) {
        this.simulators = simulators;
        this.clock = clock;
    }

    /**
     * Plays the days of the month; returns in the night after the last.
     *
     * @param daysAMinute infinite for as fast as it goes
     * @param progress told each day when it is over
     * @throws IllegalStateException if the gateway does not come to an end
     * @throws Exception if a party can't do what is due
     */
    public void play(YearMonth month, double daysAMinute, Watch watch, Consumer<LocalDate> progress) throws Exception {
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            long begun = System.nanoTime();
            for (LocalTime hour : HOURS) {
                clock.set(ZonedDateTime.of(day, hour, clock.getZone()).toInstant());
                playUntilQuiet(watch);
            }
            progress.accept(day);
            rest(begun, daysAMinute);
        }
    }

    private void playUntilQuiet(Watch watch) throws Exception {
        boolean acted = true;
        while (acted) {
            awaitQuiet(watch);
            acted = watch.attend();
            for (Simulator simulator : simulators) {
                acted |= simulator.act();
            }
        }
    }

    private void awaitQuiet(Watch watch) throws InterruptedException {
        long handedIn = simulators.stream().mapToLong(Simulator::handedIn).sum();
        long until = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            quiet = watch.isQuiet(handedIn) ? quiet + 1 : 0;
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the gateway does not come to an end: " + watch.underWay(handedIn));
            }
        }
    }

    private static void rest(long begun, double daysAMinute) throws InterruptedException {
        long day = (long) (TimeUnit.MINUTES.toNanos(1) / daysAMinute);
        long left = day - (System.nanoTime() - begun);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
