package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one entry, apart from its figures.
 *
 * @param key the text with a sign that no XML holds in place of each figure
 * @param figures of {@code PQ} values, in their order
 * @param repeatable whether another entry of the same key says the same
 * @param lines number of line ends in it
 */
record EntrySlice(String key, List<String> figures, boolean repeatable, int lines) {

    private static final String BEFORE_FIGURE = "xsi:type=\"PQ\" value=\"";
    private static final char FIGURE = '\u0000';
    /** Fewer than a My Number has, which must never pass unseen. */
    private static final int LONGEST_FIGURE = 10;

    static EntrySlice of(String text) {
        var key = new StringBuilder(text.length());
        List<String> figures = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(BEFORE_FIGURE); at >= 0; at = text.indexOf(BEFORE_FIGURE, at + 1)) {
            int begin = at + BEFORE_FIGURE.length();
            int end = text.indexOf('"', begin);
            if (end > begin && isFigure(text, begin, end)) {
                key.append(text, from, begin).append(FIGURE);
                figures.add(text.substring(begin, end));
                from = end;
            }
        }
        key.append(text, from, text.length());
        int tagEnd = text.indexOf('>');
        boolean plainTag = text.lastIndexOf('\n', tagEnd) < 0 && text.lastIndexOf('\r', tagEnd) < 0;
        return new EntrySlice(key.toString(), figures, plainTag && !text.contains("ID="), lines(text));
    }

    private static boolean isFigure(String text, int begin, int end) {
        boolean point = false;
        boolean fits = end - begin <= LONGEST_FIGURE;
        for (int i = begin; fits && i < end; i++) {
            char sign = text.charAt(i);
            boolean inside = i > begin && i < end - 1;
            fits = (sign >= '0' && sign <= '9') || (sign == '.' && inside && !point);
            point |= sign == '.';
        }
        return fits;
    }

    private static int lines(String text) {
        int lines = 0;
        if (text.indexOf('\r') < 0) {
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                lines++;
            }
            return lines;
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean pair = sign == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            lines += sign == '\n' || (sign == '\r' && !pair) ? 1 : 0;
        }
        return lines;
    }

    /** Returns whether an observation has the value that a figure stands for. */
    static boolean holdsFigure(Observed observed) {
        return "PQ".equals(observed.type()) && observed.value() != null;
    }

    @Override
    public String toString() {
        return "EntrySlice[masked]";
    }
}
