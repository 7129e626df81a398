package jp.kenpo.gateway.sandbox.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that was made on purpose: where it is, and all that a reader must find because of it.
 *
 * @param file path below the generated folder, with {@code /} between the parts
 * @param record what it is in: 検索番号 of a receipt, key of a document or row; null for the file as a whole
 * @param place where the file was changed
 * @param expected the findings, at least one; often at the place itself, sometimes elsewhere, such as at the total
 *     that a changed line no longer adds up to
 */
public record Mistake(
        MistakeKind kind, String file, @Nullable String record, Place place, List<Expected> expected) {

    /** @throws IllegalArgumentException if nothing is expected: such a mistake could not be found */
    public Mistake {
        expected = List.copyOf(expected);
        if (expected.isEmpty()) {
            throw new IllegalArgumentException(kind.id() + " needs at least one expected finding");
        }
    }

    /** A mistake that is found where it was made, by each of the rules. */
    public static Mistake at(Place place, MistakeKind kind, String file, @Nullable String record, String... rules) {
        List<Expected> expected =
                Arrays.stream(rules).map(rule -> new Expected(rule, place)).toList();
        return new Mistake(kind, file, record, place, expected);
    }

    /** Returns the mistake with a further finding, at another place. */
    public Mistake and(String rule, Place elsewhere) {
        List<Expected> more = new ArrayList<>(expected);
        more.add(new Expected(rule, elsewhere));
        return new Mistake(kind, file, record, place, more);
    }
}
