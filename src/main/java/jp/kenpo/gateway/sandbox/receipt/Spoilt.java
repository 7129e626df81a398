package jp.kenpo.gateway.sandbox.receipt;

import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.mistake.Expected;
import jp.kenpo.gateway.sandbox.mistake.Place;
import org.jspecify.annotations.Nullable;

/** A draft with a mistake in it: where the mistake is, and where a reader must find what. */
final class Spoilt {

    private record Trace(
            String rule, Draft.Line line, @Nullable String item) {}

    private final Draft draft;
    private final Draft.Line line;
    private final @Nullable String item;
    private final List<Trace> traces = new ArrayList<>();

    /** @param item name of the item as findings call it; null for the line as a whole */
    Spoilt(Draft draft, Draft.Line line, @Nullable String item) {
        this.draft = draft;
        this.line = line;
        this.item = item;
    }

    /** Expects a finding where the mistake is. */
    Spoilt finds(String rule) {
        return finds(rule, line, item);
    }

    /** Expects a finding somewhere else. */
    Spoilt finds(String rule, Draft.Line elsewhere, @Nullable String itemThere) {
        traces.add(new Trace(rule, elsewhere, itemThere));
        return this;
    }

    Draft draft() {
        return draft;
    }

    /** @param linesBefore lines of the file before the receipt */
    Place place(long linesBefore) {
        return Place.line(linesBefore + draft.position(line), item);
    }

    List<Expected> expected(long linesBefore) {
        return traces.stream()
                .map(trace -> new Expected(
                        trace.rule(), Place.line(linesBefore + draft.position(trace.line()), trace.item())))
                .toList();
    }
}
