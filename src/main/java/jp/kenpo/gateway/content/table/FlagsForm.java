package jp.kenpo.gateway.content.table;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.RowFlag;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a layout that say whether a row may leave.
 *
 * @param nonDisclosure 不開示: the row is held back from everything that is mailed
 * @param optOut 提供停止: the row is left out where opt-outs are kept
 * @param person 本人家族区分: who is a dependant
 */
public record FlagsForm(
        @Nullable FlagForm nonDisclosure,
        @Nullable FlagForm optOut,
        @Nullable PersonForm person) {

    /**
     * A flag in a column. It is set by its codes, and by every other code that is not one of the clear ones: what nobody
     * knows is taken as set.
     *
     * @param set codes that set it
     * @param clear codes that do not; nothing and {@code 0} if left out
     */
    public record FlagForm(
            String column, Set<String> set, @Nullable Set<String> clear) {

        private static final Set<String> USUALLY_CLEAR = Set.of("", "0");

        /** @throws IllegalArgumentException if no code sets it, or one code does both */
        public FlagForm {
            if (set.isEmpty()) {
                throw new IllegalArgumentException("no code sets the flag");
            }
            Set<String> clears = clear == null ? USUALLY_CLEAR : clear;
            if (set.stream().anyMatch(clears::contains)) {
                throw new IllegalArgumentException("one code both sets and clears the flag");
            }
        }

        Set<String> clears() {
            return Objects.requireNonNullElse(clear, USUALLY_CLEAR);
        }
    }

    /**
     * Who the member of a row is. A code that is neither counts as a dependant.
     *
     * @param insured codes of the insured person (被保険者)
     * @param dependant codes of a dependant (被扶養者)
     */
    public record PersonForm(String column, Set<String> insured, Set<String> dependant) {

        /** @throws IllegalArgumentException if a code is missing or stands for both */
        public PersonForm {
            if (insured.isEmpty() || dependant.isEmpty()) {
                throw new IllegalArgumentException("insured and dependant need a code each");
            }
            if (insured.stream().anyMatch(dependant::contains)) {
                throw new IllegalArgumentException("one code stands for insured and dependant");
            }
        }
    }

    /** @throws IllegalArgumentException if no flag is named */
    public FlagsForm {
        if (nonDisclosure == null && optOut == null && person == null) {
            throw new IllegalArgumentException("flags without a flag");
        }
    }

    /** Returns the names of the columns. */
    Stream<String> columns() {
        return Stream.of(
                        nonDisclosure == null ? null : nonDisclosure.column(),
                        optOut == null ? null : optOut.column(),
                        person == null ? null : person.column())
                .filter(Objects::nonNull);
    }

    /** Returns the flags that are declared; none for a layout without them. */
    public static Set<RowFlag> declared(@Nullable FlagsForm flags) {
        Set<RowFlag> declared = EnumSet.noneOf(RowFlag.class);
        if (flags != null) {
            add(declared, RowFlag.NON_DISCLOSURE, flags.nonDisclosure());
            add(declared, RowFlag.OPT_OUT, flags.optOut());
            add(declared, RowFlag.PERSON, flags.person());
        }
        return declared;
    }

    private static void add(Set<RowFlag> declared, RowFlag flag, @Nullable Object form) {
        if (form != null) {
            declared.add(flag);
        }
    }
}
