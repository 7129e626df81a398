package jp.kenpo.gateway.content;

import java.time.MonthDay;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The society (健康保険組合) that runs this installation, from {@code config/society.yaml}.
 *
 * @param insurerNumbers its insurer numbers (保険者番号), 8 digits each
 * @param closed days of each year on which it is closed, besides weekends and national holidays; null: none
 */
public record Society(
        String name,
        String english,
        Set<String> insurerNumbers,
        @Nullable Set<MonthDay> closed) {

    /** A society that is closed on weekends and national holidays only. */
    public Society(String name, String english, Set<String> insurerNumbers) {
        this(name, english, insurerNumbers, null);
    }

    /** Returns the days of each year on which it is closed, besides weekends and national holidays. */
    public Set<MonthDay> closingDays() {
        return closed == null ? Set.of() : closed;
    }
}
