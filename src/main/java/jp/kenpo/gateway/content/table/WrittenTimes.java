package jp.kenpo.gateway.content.table;

import java.util.Set;

/** Tells whether a text is a time of day, with or without its day in front. */
final class WrittenTimes {

    private static final int DAY_LENGTH = 8;
    private static final Set<DateForm> COMPACT = Set.of(DateForm.COMPACT);

    private WrittenTimes() {}

    /** @param withDay whether {@code YYYYMMDD} stands in front */
    static boolean isTime(CharSequence text, boolean withDay) {
        if (!withDay) {
            return isTime(text.toString());
        }
        return text.length() > DAY_LENGTH
                && text.charAt(DAY_LENGTH) != ':'
                && WrittenDates.day(text.subSequence(0, DAY_LENGTH), COMPACT) != WrittenDates.NONE
                && isTime(text.subSequence(DAY_LENGTH, text.length()).toString());
    }

    private static boolean isTime(String text) {
        boolean colons = (text.length() == 5 || text.length() == 8) && text.charAt(2) == ':';
        String digits = colons ? text.substring(0, 2) + text.substring(3, 5) : text;
        if (colons && text.length() == 8) {
            digits = text.charAt(5) == ':' ? digits + text.substring(6) : "";
        }
        return (digits.length() == 4 || digits.length() == 6)
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.compareTo("24") < 0
                && digits.charAt(2) < '6'
                && (digits.length() == 4 || digits.charAt(4) < '6');
    }
}
