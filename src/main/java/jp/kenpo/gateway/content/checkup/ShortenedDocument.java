package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A document in which instructions stand for the entries that are known; they keep the count of lines. */
final class ShortenedDocument {

    private static final String BEGIN = "<entry";
    private static final String END = "</entry>";
    private static final String INSTRUCTION = "<?known ";

    private record Replaced(EntrySlice slice, List<Observed> observed) {}

    private final StringBuilder text;
    private final List<EntrySlice> parsed = new ArrayList<>();
    private final List<Replaced> replaced = new ArrayList<>();

    private ShortenedDocument(int length) {
        this.text = new StringBuilder(length);
    }

    /**
     * @param rootEnd where the document goes on after the tag of its root element
     * @return null if the entries can't be told apart by their text alone
     */
    static @Nullable ShortenedDocument of(String whole, int rootEnd, Map<String, List<Observed>> known) {
        var shortened = new ShortenedDocument(whole.length());
        shortened.text.append(whole, 0, rootEnd);
        int position = rootEnd;
        for (int begin = next(whole, rootEnd); begin >= 0; begin = next(whole, position)) {
            int end = whole.indexOf(END, begin) + END.length();
            int inner = next(whole, begin + 1);
            if (end < begin || (inner >= 0 && inner < end)) {
                return null;
            }
            String between = whole.substring(position, begin);
            boolean follows = position > rootEnd && between.isBlank();
            if (!shortened.keep(between)) {
                return null;
            }
            shortened.entry(whole.substring(begin, end), follows, known);
            position = end;
        }
        return shortened.keep(whole.substring(position)) ? shortened : null;
    }

    /** Returns where the next entry begins; -1 if there is none. */
    private static int next(String whole, int from) {
        int at = whole.indexOf(BEGIN, from);
        while (at >= 0 && at + BEGIN.length() < whole.length() && isNamePart(whole.charAt(at + BEGIN.length()))) {
            at = whole.indexOf(BEGIN, at + 1);
        }
        return at;
    }

    private static boolean isNamePart(char sign) {
        return sign != '>' && sign != '/' && !Character.isWhitespace(sign);
    }

    /** A namespace or a type set between root and entry could give the entry another meaning. */
    private boolean keep(String between) {
        text.append(between);
        return !between.contains("xmlns") && !between.contains("xsi:");
    }

    private void entry(String entry, boolean follows, Map<String, List<Observed>> known) {
        var slice = EntrySlice.of(entry);
        List<Observed> observed = follows && slice.repeatable() ? known.get(slice.key()) : null;
        if (observed == null) {
            parsed.add(slice);
            text.append(entry);
        } else {
            text.append(INSTRUCTION).append(replaced.size());
            text.append("\n".repeat(slice.lines())).append("?>");
            replaced.add(new Replaced(slice, observed));
        }
    }

    /** Returns the text that is to be parsed. */
    String text() {
        return text.toString();
    }

    /** Returns the entries that stand in the text, in their order. */
    List<EntrySlice> parsed() {
        return parsed;
    }

    /**
     * Returns the observations of an entry that was replaced.
     *
     * @param instruction what the instruction in its place says
     * @param line where that ends
     */
    List<Observed> observed(String instruction, String section, int line) {
        Replaced entry = replaced.get(Integer.parseInt(instruction.strip()));
        int begin = line - entry.slice().lines();
        var figures = entry.slice().figures().iterator();
        List<Observed> observed = new ArrayList<>();
        for (Observed one : entry.observed()) {
            String value = EntrySlice.holdsFigure(one) ? Objects.requireNonNull(figures.next()) : one.value();
            observed.add(one.at(section, value, begin + one.line()));
        }
        return observed;
    }
}
