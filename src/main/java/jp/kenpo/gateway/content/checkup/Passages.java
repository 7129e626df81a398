package jp.kenpo.gateway.content.checkup;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passages of documents that are known, as a tree of their bytes: whatever is common to the beginnings of several stands
 * there once, so that to find one is to walk through its bytes once. Bounded in memory by what its owner adds.
 *
 * @param <T> what is known of a passage
 */
final class Passages<T> {

    private static final byte[] ENTRY = {'<', 'e', 'n', 't', 'r', 'y'};

    private final PassageNode<T> root = new PassageNode<>(new byte[0]);

    static int lines(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /**
     * Walks through the bytes of a passage.
     *
     * @param from where the passage begins
     * @param whole whether it has to end where the bytes end
     * @param match takes what is met on the way; of no use if nothing is found
     * @return what is known of the passage; null if it is not known
     */
    @Nullable
    T find(int from, int length, boolean whole, PassageMatch match) {
        byte[] bytes = match.bytes();
        PassageNode<T> node = root;
        int at = from;
        while (true) {
            int runEnd = at + node.run().length;
            if (runEnd > length || !Arrays.equals(node.run(), 0, node.run().length, bytes, at, runEnd)) {
                return null;
            }
            at = runEnd;
            match.passed(node.lines());
            T end = node.end();
            if (end != null && (!whole || at == length)) {
                match.ended(at);
                return end;
            }
            int behind = special(node, at, length, match);
            PassageNode<T> next = behind < 0 ? node.next(bytes, at, length) : node.behind();
            at = Math.max(at, behind);
            if (next == null) {
                return null;
            }
            node = next;
        }
    }

    /** Walks through what is no run of bytes; returns where it ends, a negative number if there is none. */
    private static <T> int special(PassageNode<T> node, int from, int length, PassageMatch match) {
        Passages<KnownEntry> entries = node.entries();
        FreeText free = node.free();
        if (entries != null) {
            int end = entries.follow(from, length, match);
            match.followed();
            return end;
        }
        int end = free == null ? from : textEnd(match.bytes(), from, length);
        if (free == null || !free.accepts(match.bytes(), from, end)) {
            return -1;
        }
        match.text(from, end);
        return end;
    }

    private static int textEnd(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '"' && bytes[at] != '<' && bytes[at] != '\'') {
            at++;
        }
        return at;
    }

    /** A carriage return alone is not passed: it would be a line for the parser. */
    private static int spaceEnd(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && XmlTag.isSpace(bytes[at]) && !XmlTag.isLoneReturn(bytes, at, length)) {
            at++;
        }
        return at;
    }

    /** Walks through all entries that are known and directly follow; returns where they end. */
    @SuppressWarnings("unchecked")
    private int follow(int from, int length, PassageMatch match) {
        int at = from;
        while (true) {
            int begin = spaceEnd(match.bytes(), at, length);
            int nameEnd = begin + ENTRY.length;
            if (nameEnd > length || !Arrays.equals(ENTRY, 0, ENTRY.length, match.bytes(), begin, nameEnd)) {
                return at;
            }
            int before = match.line();
            match.passed(lines(match.bytes(), at, begin));
            int line = match.line();
            int firstText = match.texts();
            T known = find(begin, length, false, match);
            if (known == null) {
                match.back(firstText, before);
                return at;
            }
            match.entry((KnownEntry) known, firstText, line);
            at = match.end();
        }
    }

    /**
     * Adds a passage.
     *
     * @return false if it can't be told apart from others that are there
     */
    boolean add(List<Passage.Part> parts, T known) {
        PassageNode<T> node = root;
        for (Passage.Part part : parts) {
            byte[] run = part.run();
            PassageNode<T> next = run == null ? node.behind(part) : along(node, run);
            if (next == null) {
                return false;
            }
            node = next;
        }
        node.end(known);
        return true;
    }

    private static <T> PassageNode<T> along(PassageNode<T> from, byte[] run) {
        PassageNode<T> node = from;
        int at = 0;
        while (at < run.length) {
            PassageNode<T> next = node.next(run, at, run.length);
            if (next == null) {
                return node.add(Arrays.copyOfRange(run, at, run.length));
            }
            int same = Arrays.mismatch(next.run(), 0, next.run().length, run, at, run.length);
            if (same >= 0 && same < next.run().length) {
                next.split(same);
            }
            at += next.run().length;
            node = next;
        }
        return node;
    }
}
