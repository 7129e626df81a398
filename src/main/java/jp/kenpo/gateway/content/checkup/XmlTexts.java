package jp.kenpo.gateway.content.checkup;

import java.util.Set;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.Watch;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Every text and attribute of an XML file, as the {@link MyNumberGuard} sees it. */
final class XmlTexts {

    /** Elements that may be named; what else a file has could be anything. */
    private static final Set<String> NAMED =
            Set.of("id", "name", "addr", "postalCode", "telecom", "title", "item", "value", "text", "number", "symbol");

    private static final String OTHER = "…";
    /** A My Number has twelve digits. */
    private static final int SHORTEST = 12;

    private final @Nullable String record;
    private final MyNumberGuard guard;

    XmlTexts(@Nullable String record, MyNumberGuard guard) {
        this.record = record;
        this.guard = guard;
    }

    void see(ElementPath path, Attributes attributes, int line) {
        for (int i = 0; i < attributes.getLength(); i++) {
            see(path, attributes.getValue(i), line);
        }
    }

    void see(ElementPath path, String text, int line) {
        if (text.length() >= SHORTEST && mayHoldNumber(text)) {
            guard.column(NAMED.contains(path.name()) ? path.name() : OTHER, Watch.TEXT)
                    .see(line, record, text);
        }
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
