package jp.kenpo.gateway.counterparty;

import java.time.LocalDate;
import java.util.Set;

/**
 * Agreement (契約): what entitles a counterparty, with its first and last day.
 *
 * @param from first day
 * @param until last day, included
 * @param purposes ids of the purposes that it names
 * @param myNumber whether it delegates My Number work
 */
public record Agreement(
        String id, String title, LocalDate from, LocalDate until, Set<String> purposes, boolean myNumber) {

    /** Returns whether the agreement runs on the day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
