package jp.kenpo.gateway.sandbox.receipt;

import java.util.List;

/**
 * Items that are paid for together (点数・回数算定単位): the points stand on the last line only.
 *
 * @param actClass class of the acts (診療識別); 97 is meals, whose points are yen
 * @param shared whether a public payer shares in it
 * @param points points each time
 * @param days how often on which day; the same on all lines of the unit
 * @param comment text of a comment line behind the unit; empty for none
 */
record Unit(int actClass, boolean shared, List<Item> items, int points, Days days, String comment) {

    static final int MEALS = 97;

    int times() {
        return days.total();
    }

    /** What the unit adds to the total points of its payers; meals add yen elsewhere. */
    int totalPoints() {
        return actClass == MEALS ? 0 : points * times();
    }

    /** 負担区分: 1 the insurer alone, 2 the insurer and the first public payer. */
    String burden() {
        return shared ? "2" : "1";
    }
}
