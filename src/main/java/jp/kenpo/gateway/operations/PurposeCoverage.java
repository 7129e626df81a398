package jp.kenpo.gateway.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the notice is carried: every purpose with a system exchange needs routes, and examples beside each of
 * them; every other one a reason why there is none.
 *
 * @param rows purposes in the register
 * @param carried ids of those with an exchange whose routes all have examples
 * @param withoutExchange ids of those without an exchange that say why
 * @param gaps what is missing
 */
public record PurposeCoverage(int rows, List<String> carried, List<String> withoutExchange, List<Gap> gaps) {

    /**
     * What a purpose lacks.
     *
     * @param route the route without examples; null where a route or the reason itself is missing
     */
    public record Gap(String purpose, Lack lack, @Nullable String route) {}

    /** What can be missing. */
    public enum Lack {
        ROUTE,
        EXAMPLES,
        REASON
    }

    /** Returns whether nothing is missing. */
    public boolean complete() {
        return gaps.isEmpty();
    }
}
