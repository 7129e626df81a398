package jp.kenpo.gateway.content.checkup;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/** Tells which texts of a document may be others in the document of another person. */
final class DifferingTexts {

    /** Attributes whose values differ from person to person; of the others the schema often fixes one. */
    private static final Set<String> DIFFERING = Set.of("value", "extension");

    private final byte[] bytes;
    private final @Nullable SchemaFreedom freedom;

    /** @param freedom null if there is no schema, and so nothing that a text has to fulfil */
    DifferingTexts(byte[] bytes, @Nullable SchemaFreedom freedom) {
        this.bytes = bytes;
        this.freedom = freedom;
    }

    /**
     * Returns what may stand instead of a text between two tags.
     *
     * @param text what the parser said it is
     * @param element in which it stands
     * @return null if only the text itself is known to be right
     */
    @Nullable
    FreeText text(int from, int to, RecordedSink.Event text, RecordedSink.Event element) {
        boolean free = freedom == null
                || freedom.isTextFree(element.text(), element.types().get(0).name());
        return free && says(from, to, text.text()) ? accepting(FreeText.ANY, from, to) : null;
    }

    /**
     * Returns what may be the value of an attribute instead.
     *
     * @param element what the parser said of the element
     * @param index of the attribute there
     * @return null if only the value itself is known to be right
     */
    @Nullable
    FreeText attribute(XmlTag.Place place, RecordedSink.Event element, int index) {
        AttributesImpl attributes = element.attributes();
        if (attributes == null
                || !DIFFERING.contains(place.name())
                || !says(place.from(), place.to(), attributes.getValue(index))) {
            return null;
        }
        FreeText free = FreeText.ANY;
        if (freedom != null) {
            RecordedSink.Type type = element.types().get(index + 1);
            free = freedom.attribute(place.name(), type.namespace(), type.name());
        }
        return free == null ? null : accepting(free, place.from(), place.to());
    }

    private @Nullable FreeText accepting(FreeText free, int from, int to) {
        return free.accepts(bytes, from, to) ? free : null;
    }

    private boolean says(int from, int to, String text) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).equals(text);
    }
}
