package jp.kenpo.gateway.sandbox.simulator;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.gateway.sandbox.contents.Variant;
import org.jspecify.annotations.Nullable;

/**
 * When and how much is handed in on one interchange.
 *
 * @param days days of the month, each moved to the next business day; empty if it follows no calendar
 * @param daily whether it comes on every business day
 * @param after interchange whose files it answers; null if it answers none
 * @param delay business days between a file and its answer
 * @param files how many at a time
 * @param rows how many rows, where nothing else says it
 * @param insuredOnly whether its rows are about insured persons only
 * @param variants ways to fill in its layout, used by turns
 */
record Behaviour(
        List<Integer> days,
        boolean daily,
        @Nullable String after,
        int delay,
        int files,
        int rows,
        boolean insuredOnly,
        List<Variant> variants) {

    static final int ROWS = 12;

    /** Returns whether it comes by the calendar on this day. */
    boolean isDue(LocalDate day, BusinessDays calendar) {
        if (!calendar.isBusinessDay(day)) {
            return false;
        }
        return daily || days.stream().anyMatch(each -> isMovedTo(day, each, calendar));
    }

    /** A day of this month or, at the beginning of a month, of the one before. */
    private static boolean isMovedTo(LocalDate day, int dayOfMonth, BusinessDays calendar) {
        LocalDate here = day.withDayOfMonth(Math.min(dayOfMonth, day.lengthOfMonth()));
        LocalDate before = day.minusMonths(1);
        LocalDate there = before.withDayOfMonth(Math.min(dayOfMonth, before.lengthOfMonth()));
        return calendar.next(here).equals(day) || calendar.next(there).equals(day);
    }
}
