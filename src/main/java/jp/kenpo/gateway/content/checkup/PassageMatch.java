package jp.kenpo.gateway.content.checkup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a document was found to consist of what is known: where its free texts stand, and its entries. Reused. */
final class PassageMatch {

    /**
     * A known entry in the document.
     *
     * @param firstText which of the texts is its first
     * @param line where it begins
     */
    private record Found(KnownEntry entry, int firstText, int line) {}

    /**
     * Where entries stood one behind the other.
     *
     * @param entries how many were found so far
     * @param texts how many free texts were found so far
     * @param line where the last of them ends
     */
    record Followed(int entries, int texts, int line) {}

    private byte[] bytes = {};
    private int[] places = new int[256];
    private int texts;
    private final List<Found> entries = new ArrayList<>();
    private final List<Followed> followed = new ArrayList<>();
    private int line;
    private int end;

    void begin(byte[] document) {
        bytes = document;
        texts = 0;
        line = 1;
        entries.clear();
        followed.clear();
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the line that was come to. */
    int line() {
        return line;
    }

    void passed(int lines) {
        line += lines;
    }

    /** Returns how many free texts there are so far. */
    int texts() {
        return texts;
    }

    void text(int from, int to) {
        if (2 * texts + 2 > places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[2 * texts] = from;
        places[2 * texts + 1] = to;
        texts++;
    }

    void entry(KnownEntry entry, int firstText, int beginLine) {
        entries.add(new Found(entry, firstText, beginLine));
    }

    /** Says that no more entries follow here. */
    void followed() {
        followed.add(new Followed(entries.size(), texts, line));
    }

    List<Followed> allFollowed() {
        return followed;
    }

    /** Returns where the passage ended that was found last. */
    int end() {
        return end;
    }

    void ended(int at) {
        end = at;
    }

    /** Goes back to where a passage began that is not known. */
    void back(int toTexts, int toLine) {
        texts = toTexts;
        line = toLine;
    }

    /** Puts the observations of some entries into a document. */
    void observations(int from, int to, DocumentBody body) {
        for (Found found : entries.subList(from, to)) {
            found.entry().observations(this, found.firstText(), found.line(), body);
        }
    }

    String text(int index) {
        int from = places[2 * index];
        return new String(bytes, from, places[2 * index + 1] - from, StandardCharsets.UTF_8);
    }
}
