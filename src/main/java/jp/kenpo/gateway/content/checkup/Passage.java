package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document as {@link Passages} know it: bytes that are always the same, texts that may be any, entries. */
final class Passage {

    /** One part: exactly one of the three is there. */
    static final class Part {
        private final byte @Nullable [] run;
        private final @Nullable FreeText free;
        private final @Nullable Passages<KnownEntry> entries;

        private Part(byte @Nullable [] run, @Nullable FreeText free, @Nullable Passages<KnownEntry> entries) {
            this.run = run;
            this.free = free;
            this.entries = entries;
        }

        /** Returns bytes that have to be the same. */
        byte @Nullable [] run() {
            return run;
        }

        /** Returns what text may stand there, up to a quote or a tag. */
        @Nullable
        FreeText free() {
            return free;
        }

        /** Returns which entries may follow here, as many as there are. */
        @Nullable
        Passages<KnownEntry> entries() {
            return entries;
        }
    }

    private final byte[] bytes;
    private final int to;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    /** @param to end of the passage in the bytes */
    Passage(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.to = to;
    }

    /** Says that any such text may stand at a place; the places come in their order. */
    void free(FreeText text, int from, int end) {
        run(from);
        parts.add(new Part(null, text, null));
        position = end;
    }

    /** Says that entries stand at a place, none or many. */
    void entries(Passages<KnownEntry> known, int from, int end) {
        run(from);
        parts.add(new Part(null, null, known));
        position = end;
    }

    private void run(int end) {
        if (end > position) {
            parts.add(new Part(Arrays.copyOfRange(bytes, position, end), null, null));
        }
    }

    /** Returns the parts to the end of the passage. */
    List<Part> parts() {
        run(to);
        position = to;
        return parts;
    }
}
