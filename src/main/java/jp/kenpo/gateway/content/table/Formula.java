package jp.kenpo.gateway.content.table;

/**
 * Cells that a spreadsheet would carry out when a person opens the table (CSV injection). The rule is ours.
 *
 * <p>A cell of text that begins with {@code = + @} or a tab is refused; one that begins with a hyphen is reported, since
 * people write lists that way. Full-width forms count too: spreadsheets turn them into the half-width sign. A single
 * sign is no formula.
 */
public final class Formula {

    private static final String REFUSED = "=+@\t\r＝＋＠";
    private static final String REPORTED = "-－";

    private Formula() {}

    /** Returns whether the text would be carried out as a formula, whatever stands behind the sign. */
    static boolean isHostile(CharSequence text) {
        return beginsWith(REFUSED, text);
    }

    /** Returns whether the text begins like a negative number or a list. */
    static boolean isDoubtful(CharSequence text) {
        return beginsWith(REPORTED, text);
    }

    /** Returns a text that no spreadsheet carries out: with an apostrophe in front where one is needed. */
    public static String neutralised(String text) {
        return isHostile(text) ? "'" + text : text;
    }

    private static boolean beginsWith(String signs, CharSequence text) {
        int first = 0;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\u3000')) {
            first++;
        }
        return text.length() - first > 1 && signs.indexOf(text.charAt(first)) >= 0;
    }
}
