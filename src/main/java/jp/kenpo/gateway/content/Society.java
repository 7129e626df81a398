package jp.kenpo.gateway.content;

import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The society (健康保険組合) that runs this installation, from {@code config/society.yaml}.
 *
 * @param insurerNumbers its insurer numbers (保険者番号), 8 digits each
 * @param closed days of each year on which it is closed, besides weekends and national holidays; null: none
 * @param retentionYears how many years the payloads of a data category are kept (保存期間), by its id; what has none is
 *     unsafe, see {@code gateway check}
 */
public record Society(
        String name,
        String english,
        Set<String> insurerNumbers,
        @Nullable Set<MonthDay> closed,
        @Nullable Map<String, Integer> retentionYears) {

    /** A society that is closed on weekends and national holidays only. */
    public Society(String name, String english, Set<String> insurerNumbers) {
        this(name, english, insurerNumbers, null, null);
    }

    /** Returns how many years the payloads of a data category are kept; empty if nobody said, or said 0. */
    public Optional<Integer> yearsKept(String category) {
        return Optional.ofNullable(retentionYears)
                .map(years -> years.get(category))
                .filter(years -> years > 0);
    }

    /** Returns the days of each year on which it is closed, besides weekends and national holidays. */
    public Set<MonthDay> closingDays() {
        return closed == null ? Set.of() : closed;
    }
}
