package jp.kenpo.gateway.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects problems, so that a person sees all of them at once and not one a start. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Returns what the supplier gives, or nothing when it was rejected: its problems are then collected. */
    public <T> Optional<T> collect(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (ConfigurationRejectedException e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws ConfigurationRejectedException with every problem, in the order of file and line, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationRejectedException(
                    found.stream().distinct().sorted(BY_PLACE).toList());
        }
    }
}
