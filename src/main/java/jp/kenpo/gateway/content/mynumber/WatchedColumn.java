package jp.kenpo.gateway.content.mynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.member.MyNumberSearch;
import jp.kenpo.gateway.member.NumberCandidate;
import org.jspecify.annotations.Nullable;

/** One column of one reading under watch. Keeps some places and ten candidates at most. */
public final class WatchedColumn {

    /** Different candidates that the test of a column needs. Ten by chance: one column in 10,000,000,000. */
    private static final int ENOUGH = 10;

    private static final int PERCENT_VALID = 95;
    private static final int PLACES_KEPT = 20;

    private final String name;
    private final Judgement judgement;
    private final List<NumberCandidate> different = new ArrayList<>();
    private final List<Finding> namedPlaces = new ArrayList<>();
    private final List<Finding> lonePlaces = new ArrayList<>();
    private @Nullable Finding first;
    private long candidates;
    private long valid;
    private long sighted;
    private long declared;

    WatchedColumn(String name, String heading, Watch watch) {
        this.name = name;
        this.judgement = new Judgement(name + ' ' + heading, watch);
    }

    /** Returns whether a text must be shown: a quick look, for readers that must first find out where it stands. */
    public boolean concerns(CharSequence text) {
        return needsEveryCell() || (text.length() >= MyNumber.LENGTH && MyNumberSearch.mayStandIn(text));
    }

    /** Returns whether every cell must be shown: here a number may have fewer than twelve digits, or be none at all. */
    public boolean needsEveryCell() {
        return judgement.isDeclared() || judgement.takesShortened();
    }

    /**
     * Looks at one text.
     *
     * @param line line or row in the file, from 1; 0 if there are none
     * @param record what the line belongs to, as other findings name it
     */
    public void see(long line, @Nullable String record, CharSequence text) {
        see(line, text, () -> record);
    }

    /** As above, where naming the record is dear and seldom needed. */
    public void see(long line, CharSequence text, Supplier<@Nullable String> record) {
        if (text.length() == 0) {
            return;
        }
        if (judgement.isDeclared()) {
            declared++;
            remember(line, record);
            return;
        }
        take(line, judgement.candidates(text), () -> text, record);
    }

    /**
     * Takes all candidates of one text of a column that is not declared, where decoding the text is dear.
     *
     * @param text what they were found in; judged once, for it may be long and full of them
     */
    public void take(
            long line, List<NumberCandidate> found, Supplier<CharSequence> text, Supplier<@Nullable String> record) {
        Judgement.Outcome outcome = null;
        for (NumberCandidate candidate : found) {
            candidates++;
            if (different.size() < ENOUGH && different.stream().noneMatch(candidate::hasDigitsOf)) {
                different.add(candidate);
            }
            if (candidate.isValid()) {
                valid++;
                remember(line, record);
                outcome = outcome == null ? judgement.of(text.get()) : outcome;
                judged(outcome, line, record);
            }
        }
    }

    private void judged(Judgement.Outcome outcome, long line, Supplier<@Nullable String> record) {
        switch (outcome) {
            case NAMED -> keep(namedPlaces, GuardRule.NAMED, line, record);
            case ALONE -> keep(lonePlaces, GuardRule.ALONE, line, record);
            case EXPLAINED -> {
                // counts for the test of the column only
            }
        }
    }

    private void remember(long line, Supplier<@Nullable String> record) {
        if (first == null) {
            first = GuardRule.COLUMN.finding(line, record.get(), name);
        }
    }

    private void keep(List<Finding> places, GuardRule rule, long line, Supplier<@Nullable String> record) {
        sighted++;
        if (places.size() < PLACES_KEPT) {
            places.add(rule.finding(line, record.get(), name));
        }
    }

    /** Tells what was seen. */
    void report(Sightings sightings) {
        if (first == null) {
            return;
        }
        if (declared > 0) {
            sightings.declared(GuardRule.DECLARED.finding(first.line(), first.record(), name, declared), declared);
            return;
        }
        sightings.found(namedPlaces, 0);
        if (different.size() < ENOUGH || 100 * valid < PERCENT_VALID * candidates) {
            sightings.found(lonePlaces, sighted);
        } else if (judgement.explains()) {
            sightings.misdeclared(GuardRule.MISDECLARED.finding(first.line(), first.record(), name, valid), valid);
        } else {
            sightings.found(List.of(GuardRule.COLUMN.finding(first.line(), first.record(), name, valid)), valid);
        }
    }
}
