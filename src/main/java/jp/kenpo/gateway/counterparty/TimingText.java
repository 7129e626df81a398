package jp.kenpo.gateway.counterparty;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** The keys {@code due} and {@code batch} of an interchange as they are written down. */
final class TimingText {

    /** No month has fewer days: a later one would be missing in February. */
    private static final int LAST_DAY = 28;

    private TimingText() {}

    /** {@code due: {monthly: {from: 8, until: 10}}}, {@code {after: party.name, business-days: 10}}, {@code {daily: "18:00"}}. */
    record DueText(
            @Nullable MonthlyText monthly,
            @Nullable String after,
            @Nullable Integer businessDays,
            @Nullable LocalTime daily,
            @Nullable Integer files) {

        DueText {
            if (Stream.of(monthly, after, daily).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("one of monthly, after and daily is expected as due");
            }
            if ((after == null) != (businessDays == null) || (businessDays != null && businessDays < 1)) {
                throw new IllegalArgumentException("after and business-days, from 1, go together");
            }
            if (files != null && files < 1) {
                throw new IllegalArgumentException("at least one file is expected");
            }
        }

        Due toDue() {
            int expected = files == null ? 1 : files;
            if (monthly != null) {
                return new Due.Monthly(monthly.from(), monthly.until(), expected);
            }
            if (after != null && businessDays != null) {
                return new Due.After(after, businessDays, expected);
            }
            return new Due.Daily(Objects.requireNonNull(daily), expected);
        }
    }

    record MonthlyText(int from, int until) {

        MonthlyText {
            if (from < 1 || until < from || until > LAST_DAY) {
                throw new IllegalArgumentException("from and until are days of the month, from 1 to " + LAST_DAY);
            }
        }
    }

    /** {@code retry-for: 2d}: a whole number and {@code d}, {@code h}, {@code m} or {@code s}. */
    static @Nullable Duration retryFor(@Nullable String text) {
        return text == null ? null : DurationStyle.detectAndParse(text);
    }

    /** {@code batch: {cut-off: "17:00"}}. */
    record BatchText(LocalTime cutOff) {}

    static Timing timing(@Nullable DueText due, @Nullable BatchText batch, @Nullable String retryFor) {
        return new Timing(due == null ? null : due.toDue(), batch == null ? null : batch.cutOff(), retryFor(retryFor));
    }
}
