package jp.kenpo.gateway.counterparty;

import java.time.LocalTime;

/** When something ought to have come on an inbound interchange, and how many files or messages. */
public sealed interface Due {

    /** Returns how many are expected each time; at least one. */
    int files();

    /**
     * Each month, from one day to another; the last moves to the next business day (翌営業日).
     *
     * @param from first day of the month on which it is expected, from 1
     * @param until last day of the month on which it is in time
     */
    record Monthly(int from, int until, int files) implements Due {}

    /**
     * So many business days after each delivery on an outbound interchange; the day of the delivery is not counted.
     *
     * @param interchange full name of the outbound interchange that it answers
     */
    record After(String interchange, int businessDays, int files) implements Due {}

    /** On each business day, until a time. */
    record Daily(LocalTime until, int files) implements Due {}
}
