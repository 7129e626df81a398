package jp.kenpo.gateway.content.employer;

import java.math.BigDecimal;

/**
 * One column of one file, in which an item was found.
 *
 * @param index place in the row, from 0
 * @param factor factor from the unit that the heading names to the item's own
 */
record Column(int index, Item item, BigDecimal factor) {

    /** Returns the name of the item with the letter of the column, as a spreadsheet shows it. */
    String label() {
        return item.name() + " (" + letters(index) + ")";
    }

    /** Returns the letters of a column: A to Z, AA … */
    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
