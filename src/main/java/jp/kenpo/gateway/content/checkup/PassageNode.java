package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of bytes in the tree of {@link Passages}, and what may stand behind it: a free text, entries, or one of several
 * other runs.
 *
 * @param <T> what is known of a passage
 */
final class PassageNode<T> {

    /** Ways on that are looked through one by one. */
    private static final int FEW = 8;

    private byte[] run;
    private int lines;
    private List<PassageNode<T>> next = new ArrayList<>();
    /** By their first byte; null while they are few. */
    private @Nullable Map<Byte, PassageNode<T>> byFirst;

    private @Nullable FreeText free;
    private @Nullable Passages<KnownEntry> entries;
    private @Nullable PassageNode<T> behind;
    private @Nullable T end;

    PassageNode(byte[] run) {
        this.run = run;
        this.lines = Passages.lines(run, 0, run.length);
    }

    byte[] run() {
        return run;
    }

    /** Returns how many lines the run ends. */
    int lines() {
        return lines;
    }

    /** Returns which text may stand behind the run; null if none may. */
    @Nullable
    FreeText free() {
        return free;
    }

    /** Returns which entries may follow the run; null if none may. */
    @Nullable
    Passages<KnownEntry> entries() {
        return entries;
    }

    /** Returns what stands behind the free text or the entries. */
    @Nullable
    PassageNode<T> behind() {
        return behind;
    }

    /** Returns what is known of the passage that ends here; null if none does. */
    @Nullable
    T end() {
        return end;
    }

    /** Says that a passage ends here; the first one stays. */
    void end(T known) {
        end = end == null ? known : end;
    }

    /** Returns the other run that begins with the byte at a place; null if there is none. */
    @Nullable
    PassageNode<T> next(byte[] bytes, int at, int length) {
        if (at >= length) {
            return null;
        }
        if (byFirst != null) {
            return byFirst.get(bytes[at]);
        }
        for (PassageNode<T> each : next) {
            if (each.run[0] == bytes[at]) {
                return each;
            }
        }
        return null;
    }

    /** Adds another run behind this one. */
    PassageNode<T> add(byte[] other) {
        var node = new PassageNode<T>(other);
        next.add(node);
        if (byFirst != null) {
            byFirst.put(other[0], node);
        } else if (next.size() > FEW) {
            byFirst = new HashMap<>();
            for (PassageNode<T> each : next) {
                byFirst.put(each.run[0], each);
            }
        }
        return node;
    }

    /**
     * Adds a free text or entries behind the run.
     *
     * @return what stands behind it; null if something else may stand there already
     */
    @Nullable
    PassageNode<T> behind(Passage.Part part) {
        if (behind == null) {
            free = part.free();
            entries = part.entries();
            behind = new PassageNode<>(new byte[0]);
            return behind;
        }
        return entries == part.entries() && Objects.equals(free, part.free()) ? behind : null;
    }

    /** Cuts the run in two, so that another passage can go another way from there. */
    void split(int at) {
        var rest = new PassageNode<T>(Arrays.copyOfRange(run, at, run.length));
        rest.next = next;
        rest.byFirst = byFirst;
        rest.free = free;
        rest.entries = entries;
        rest.behind = behind;
        rest.end = end;
        run = Arrays.copyOf(run, at);
        lines = Passages.lines(run, 0, at);
        next = new ArrayList<>(List.of(rest));
        byFirst = null;
        free = null;
        entries = null;
        behind = null;
        end = null;
    }
}
