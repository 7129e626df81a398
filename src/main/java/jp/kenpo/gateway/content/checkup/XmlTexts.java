package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.Watch;
import jp.kenpo.gateway.member.MyNumberSearch;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Every text and attribute of an XML file that may hold a My Number, for the {@link MyNumberGuard} to see. */
final class XmlTexts {

    /** Elements that may be named; what else a file has could be anything. */
    private static final Set<String> NAMED =
            Set.of("id", "name", "addr", "postalCode", "telecom", "title", "item", "value", "text", "number", "symbol");

    private static final String OTHER = "…";
    /** A My Number has twelve digits. */
    private static final int SHORTEST = 12;

    private record Seen(String column, int line, String text) {

        @Override
        public String toString() {
            return "Seen[line " + line + "]";
        }
    }

    private final List<Seen> kept = new ArrayList<>();

    void see(ElementPath path, Attributes attributes, int line) {
        for (int i = 0; i < attributes.getLength(); i++) {
            see(path, attributes.getValue(i), line);
        }
    }

    void see(ElementPath path, String text, int line) {
        if (text.length() >= SHORTEST && mayHoldNumber(text)) {
            kept.add(new Seen(NAMED.contains(path.name()) ? path.name() : OTHER, line, text));
        }
    }

    /** @param record label of the file, as findings name it */
    void show(MyNumberGuard guard, @Nullable String record) {
        kept.forEach(seen -> guard.column(seen.column(), Watch.TEXT).see(seen.line(), record, seen.text()));
    }

    /** Returns whether a My Number, or what has its form, stands in any of them. */
    boolean holdNumber() {
        return kept.stream().anyMatch(seen -> !MyNumberSearch.in(seen.text()).isEmpty());
    }

    /** Half-width or full-width, a number has twelve digits; most texts here have none or are codes of other lengths. */
    private static boolean mayHoldNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits >= SHORTEST;
    }
}
