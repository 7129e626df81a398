package jp.kenpo.gateway.sandbox.checkup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kenpo.gateway.sandbox.mistake.MistakeKind;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a checkup document is wrong; each has one finding.
 *
 * @param rule id of the rule that finds it
 * @param make makes the mistake
 * @param fits whether a checkup can have it
 */
record CheckupMistake(
        String id,
        String japanese,
        String english,
        String rule,
        Where where,
        Consumer<Checkup> make,
        Predicate<Checkup> fits)
        implements MistakeKind {

    /**
     * Where a finding points.
     *
     * @param field as the finding names it; null for the document as a whole
     * @param item whose line is meant; null for the person's line
     * @param line whether there is a line; else the document as a whole is meant
     */
    record Where(@Nullable String field, @Nullable CheckupItem item, boolean line) {

        static Where at(CheckupItem item) {
            return new Where(item.field(), item, true);
        }

        static Where missing(CheckupItem item) {
            return new Where(item.field(), item, false);
        }

        static Where whole(@Nullable String field) {
            return new Where(field, null, false);
        }

        static Where person(String field) {
            return new Where(field, null, true);
        }
    }

    CheckupMistake(String id, String japanese, String english, String rule, Where where, Consumer<Checkup> make) {
        this(id, japanese, english, rule, where, make, checkup -> true);
    }

    static List<CheckupMistake> fitting(Checkup checkup) {
        return Stream.concat(BodyMistakes.ALL.stream(), HeaderMistakes.ALL.stream())
                .filter(mistake -> mistake.fits().test(checkup))
                .toList();
    }
}
