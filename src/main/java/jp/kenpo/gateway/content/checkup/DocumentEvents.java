package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What a parser said about a piece of a document, to be said again for another document that differs from it in the free
 * texts only.
 */
final class DocumentEvents {

    /** Stands where the text is what it was. */
    static final int FIXED = -1;

    private enum Kind {
        BEGIN,
        TEXT,
        END,
        ENTRIES
    }

    private static final class Step {
        private final Kind kind;
        /** Name of an element, or a text. */
        private final String text;

        private final @Nullable AttributesImpl attributes;
        /** Which free text is the text, or the value of each attribute; counted as the line is. */
        private final int[] free;
        /** Counted from the begin of the piece, or from the last entries before it. */
        private final int line;

        Step(Kind kind, String text, @Nullable AttributesImpl attributes, int[] free, int line) {
            this.kind = kind;
            this.text = text;
            this.attributes = attributes;
            this.free = free;
            this.line = line;
        }
    }

    private final List<Step> steps = new ArrayList<>();

    /** @param free which free text is the value of each attribute, or {@link #FIXED} */
    void begin(String name, AttributesImpl attributes, int[] free, int line) {
        boolean fixed = true;
        for (int each : free) {
            fixed &= each == FIXED;
        }
        steps.add(new Step(Kind.BEGIN, name, attributes, fixed ? new int[0] : free, line));
    }

    void text(String text, int free, int line) {
        steps.add(new Step(Kind.TEXT, text, null, new int[] {free}, line));
    }

    void end() {
        steps.add(new Step(Kind.END, "", null, new int[0], 0));
    }

    /** Says that entries follow, which are known by themselves. */
    void entries() {
        steps.add(new Step(Kind.ENTRIES, "", null, new int[0], 0));
    }

    /**
     * Says it all again.
     *
     * @param texts what the free texts are
     * @param match where the entries are taken from; null if there are none
     * @param line where the piece begins
     */
    void replay(
            DocumentSink sink, ElementPath path, IntFunction<String> texts, @Nullable PassageMatch match, int line) {
        int base = line;
        int firstText = 0;
        int entries = 0;
        int followed = 0;
        for (Step step : steps) {
            switch (step.kind) {
                case BEGIN -> {
                    path.enter(step.text);
                    sink.begin(path, attributes(step, texts, firstText), base + step.line);
                }
                case TEXT -> {
                    int free = step.free[0];
                    sink.text(path, free == FIXED ? step.text : texts.apply(firstText + free), base + step.line);
                }
                case END -> {
                    sink.end(path);
                    path.leave();
                }
                case ENTRIES -> {
                    if (match != null) {
                        var found = match.allFollowed().get(followed++);
                        match.observations(entries, found.entries(), sink.body());
                        entries = found.entries();
                        firstText = found.texts();
                        base = found.line();
                    }
                }
            }
        }
    }

    private static AttributesImpl attributes(Step step, IntFunction<String> texts, int firstText) {
        AttributesImpl attributes = Objects.requireNonNull(step.attributes);
        for (int i = 0; i < step.free.length; i++) {
            if (step.free[i] != FIXED) {
                attributes.setValue(i, texts.apply(firstText + step.free[i]));
            }
        }
        return attributes;
    }
}
