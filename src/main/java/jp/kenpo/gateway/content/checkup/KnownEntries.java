package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries of documents that were read in one archive before, so that they need not be parsed and validated again: the
 * entries of two persons mostly differ in a figure or not at all.
 *
 * <p>Sound because an entry is taken as known only if it equals, sign by sign, one in a document that the schema had
 * nothing against, but for figures of {@code PQ} values, of which the schema asks only that they are decimal numbers;
 * if the root elements, and so the namespaces, are equal; and if it directly follows another entry, so that its place
 * is right when that one's is. Documents with comments, instructions, CDATA or namespaces elsewhere are read whole.
 */
final class KnownEntries {

    /** Signs of all entries kept: some hundred different ones, of a kilobyte each, are usual. */
    private static final int MOST_SIGNS = 4_000_000;

    private final Map<String, List<Observed>> known = new HashMap<>();
    private String root = "";
    private int signs;

    /** Returns a document without the entries that are known; null if it must be read whole. */
    @Nullable
    ShortenedDocument shorten(String text) {
        int begin = text.indexOf("<ClinicalDocument");
        int end = text.indexOf('>', Math.max(0, begin));
        if (begin < 0 || end < 0 || text.contains("<!") || instructed(text)) {
            return null;
        }
        String found = text.substring(begin, end);
        if (!found.equals(root)) {
            known.clear();
            signs = 0;
            root = found;
        }
        return ShortenedDocument.of(text, end + 1, known);
    }

    /** Whether instructions stand in the text, among which ours could not be told apart. */
    private static boolean instructed(String text) {
        int first = text.startsWith("<?xml ") ? 1 : 0;
        return text.indexOf("<?", first) >= 0;
    }

    /** Keeps the entries of a document that was read without any breach. */
    void learn(ShortenedDocument document, DocumentBody body) {
        List<EntrySlice> parsed = document.parsed();
        if (parsed.size() != body.entries().size()) {
            return;
        }
        for (int i = 0; i < parsed.size(); i++) {
            learn(parsed.get(i), body.entries().get(i), body);
        }
    }

    private void learn(EntrySlice slice, DocumentBody.EntryRange range, DocumentBody body) {
        if (!slice.repeatable() || signs + slice.key().length() > MOST_SIGNS) {
            return;
        }
        List<Observed> observed = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (Observed one : body.observations(range)) {
            if (EntrySlice.holdsFigure(one)) {
                figures.add(String.valueOf(one.value()));
            }
            observed.add(one.at(one.section(), one.value(), one.line() - range.line()));
        }
        if (figures.equals(slice.figures()) && known.putIfAbsent(slice.key(), List.copyOf(observed)) == null) {
            signs += slice.key().length();
        }
    }
}
