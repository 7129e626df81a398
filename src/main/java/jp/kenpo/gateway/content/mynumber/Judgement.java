package jp.kenpo.gateway.content.mynumber;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import jp.kenpo.gateway.member.MyNumberSearch;
import jp.kenpo.gateway.member.NumberCandidate;

/** How one column is looked at: where candidates stand in a text of it, and what the right check digit then means. */
final class Judgement {

    /** What twelve digits with the right check digit are taken for. */
    enum Outcome {
        /** The heading or the text names the My Number. */
        NAMED,
        /** Nothing tells what they are. */
        ALONE,
        /** The column tells what else they are, so that one of them proves nothing. */
        EXPLAINED
    }

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);

    private final Watch watch;
    private final boolean named;

    Judgement(String name, Watch watch) {
        this.watch = watch;
        this.named = ContextWords.standIn(name);
    }

    /** Returns whether a number of fewer than twelve digits may stand in the column. */
    boolean takesShortened() {
        return named || watch == Watch.FIGURE;
    }

    boolean isDeclared() {
        return watch == Watch.MY_NUMBER;
    }

    /** Returns whether more than single texts count: a whole column of numbers is found, but not masked one by one. */
    boolean explains() {
        return watch != Watch.TEXT && !named;
    }

    List<NumberCandidate> candidates(CharSequence text) {
        var whole = MyNumberSearch.in(text);
        if (!whole.isEmpty() || !takesShortened()) {
            return whole;
        }
        Optional<NumberCandidate> shortened = MyNumberSearch.shortenedIn(text);
        return shortened.map(List::of).orElse(List.of());
    }

    /** Returns what a text with a valid candidate means. */
    Outcome of(CharSequence text) {
        if (named || ContextWords.standIn(text)) {
            return Outcome.NAMED;
        }
        boolean explained =
                switch (watch) {
                    case CODES -> true;
                    case OTHER_NUMBER -> isNothingElse(text);
                    case TIMESTAMP -> isTimestamp(text.toString().strip());
                    // digits that only a spreadsheet's zeros would make twelve
                    case FIGURE -> MyNumberSearch.in(text).isEmpty();
                    case TEXT, MY_NUMBER -> false;
                };
        return explained ? Outcome.EXPLAINED : Outcome.ALONE;
    }

    private static boolean isNothingElse(CharSequence text) {
        return text.chars().noneMatch(sign -> Character.isLetter(sign));
    }

    private static boolean isTimestamp(String text) {
        try {
            int year = LocalDateTime.parse(text, TIMESTAMP).getYear();
            return year >= 1900 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
