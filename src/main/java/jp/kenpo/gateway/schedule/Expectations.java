package jp.kenpo.gateway.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Due;

/** Works out when something is expected, from what was agreed and the days on which the society works. */
final class Expectations {

    private final BusinessCalendar calendar;
    private final ZoneId zone;

    Expectations(BusinessCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * Returns what was due in a time, the earliest first.
     *
     * @param since first moment that is of interest
     * @param until now; what is due later, or at this moment, is in time yet
     * @param deliveries when transfers of an outbound interchange were delivered
     */
    List<Expectation> due(Due due, Instant since, Instant until, Function<String, List<Instant>> deliveries) {
        Stream<Expectation> expected;
        if (due instanceof Due.Monthly monthly) {
            expected = monthly(monthly, since, until);
        } else if (due instanceof Due.Daily daily) {
            expected = daily(daily, since, until);
        } else {
            expected = after((Due.After) due, deliveries);
        }
        return expected.filter(each -> !each.due().isBefore(since) && each.due().isBefore(until))
                .toList();
    }

    private Stream<Expectation> monthly(Due.Monthly due, Instant since, Instant until) {
        YearMonth last = YearMonth.from(day(until));
        return Stream.iterate(
                        YearMonth.from(day(since)).minusMonths(1),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> new Expectation(
                        begin(month.atDay(due.from())),
                        lastSecond(calendar.onOrAfter(month.atDay(due.until()))),
                        begin(month.plusMonths(1).atDay(due.from()))));
    }

    /** What comes on days on which the society is closed counts for the next business day. */
    private Stream<Expectation> daily(Due.Daily due, Instant since, Instant until) {
        LocalDate last = day(until);
        return Stream.iterate(calendar.onOrAfter(day(since)), day -> !day.isAfter(last), calendar::after)
                .map(day -> new Expectation(
                        end(calendar.before(day)),
                        day.atTime(due.until()).atZone(zone).toInstant(),
                        end(day)));
    }

    private Stream<Expectation> after(Due.After due, Function<String, List<Instant>> deliveries) {
        return deliveries.apply(due.interchange()).stream()
                .map(delivered -> new Expectation(
                        delivered,
                        lastSecond(calendar.plusBusinessDays(day(delivered), due.businessDays())),
                        Instant.MAX));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A person reads the day itself, and not the midnight behind it. */
    private Instant lastSecond(LocalDate day) {
        return end(day).minusSeconds(1);
    }

    private Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
