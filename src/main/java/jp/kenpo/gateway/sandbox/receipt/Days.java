package jp.kenpo.gateway.sandbox.receipt;

import java.time.YearMonth;
import java.util.Arrays;
import jp.kenpo.gateway.sandbox.society.Chance;

/** How often something was done on each day of a month; a month has 31 columns, those it does not have stay 0. */
final class Days {

    private static final int COLUMNS = 31;

    private final int[] counts;

    private Days(int[] counts) {
        this.counts = counts;
    }

    /** Different days of the month, once each. */
    static Days some(Chance chance, YearMonth month, int number) {
        int[] counts = new int[COLUMNS];
        int left = Math.min(number, month.lengthOfMonth());
        while (left > 0) {
            int day = chance.below(month.lengthOfMonth());
            if (counts[day] == 0) {
                counts[day] = 1;
                left--;
            }
        }
        return new Days(counts);
    }

    /** Days in a row, once each. */
    static Days stay(int firstDay, int number) {
        int[] counts = new int[COLUMNS];
        Arrays.fill(counts, firstDay - 1, firstDay - 1 + number, 1);
        return new Days(counts);
    }

    /** The same days, so often on each of them. */
    Days times(int each) {
        int[] more = counts.clone();
        for (int day = 0; day < COLUMNS; day++) {
            more[day] *= each;
        }
        return new Days(more);
    }

    /** One of these days only, so often. */
    Days one(Chance chance, int times) {
        int chosen = chance.below(total());
        int[] only = new int[COLUMNS];
        for (int day = 0; day < COLUMNS; day++) {
            chosen -= counts[day];
            if (chosen < 0) {
                only[day] = times;
                break;
            }
        }
        return new Days(only);
    }

    /** Number of the first day, from 1. */
    int first() {
        int day = 0;
        while (counts[day] == 0) {
            day++;
        }
        return day + 1;
    }

    /** How often on the day, counted from 1 to 31. */
    int on(int day) {
        return counts[day - 1];
    }

    int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }
}
