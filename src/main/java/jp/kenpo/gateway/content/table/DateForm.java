package jp.kenpo.gateway.content.table;

/** A form in which a column may write days and months. Source: the forms seen at partners, domain notes "file traps". */
public enum DateForm {
    /** {@code YYYYMMDD}, months {@code YYYYMM}. */
    COMPACT("YYYYMMDD", "YYYYMM"),
    /** {@code YYYY-MM-DD}. */
    HYPHENS("YYYY-MM-DD", "YYYY-MM"),
    /** {@code YYYY/MM/DD}; month and day may have one digit. */
    SLASHES("YYYY/MM/DD", "YYYY/MM"),
    /** Era as a digit, {@code GYYMMDD}: 1 明治, 2 大正, 3 昭和, 4 平成, 5 令和. */
    ERA_DIGITS("GYYMMDD", "GYYMM"),
    /** Era as people write it: {@code S51.1.31}, 令和7年4月18日. */
    ERA_WRITTEN("S51.1.31", "S51.1");

    private final String day;
    private final String month;

    DateForm(String day, String month) {
        this.day = day;
        this.month = month;
    }

    /** Returns how a day looks in this form, for messages. */
    String dayText() {
        return day;
    }

    /** Returns how a month looks in this form, for messages. */
    String monthText() {
        return month;
    }
}
