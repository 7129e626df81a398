package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One column as its layout declares it.
 *
 * @param field as {@code category.field}; empty for a filler
 * @param type kind of its cells, a text or a day for example
 * @param codes what its cells may hold; empty if anything
 * @param dates forms of a day, the first of which is written
 * @param key whether no two rows have the same cell
 */
public record AgreedColumn(
        String name,
        String field,
        boolean required,
        String type,
        List<String> codes,
        List<String> dates,
        Size size,
        boolean key) {

    private static final int LONGEST = 4_000;

    /**
     * How large its cells may be.
     *
     * @param shortest least characters
     * @param longest most characters
     * @param bytes most bytes
     * @param scale most decimal places
     * @param min smallest number
     * @param max largest number
     */
    public record Size(int shortest, int longest, int bytes, int scale, double min, double max) {}

    static AgreedColumn of(JsonNode text) {
        int width = text.path("width").asInt(LONGEST);
        return new AgreedColumn(
                text.path("name").asText(),
                text.path("field").asText(),
                text.path("required").asBoolean(),
                text.path("type").asText("text"),
                texts(text.path("codes")),
                texts(text.path("dates")),
                new Size(
                        text.path("min-length").asInt(0),
                        text.path("max-length").asInt(LONGEST),
                        Math.min(text.path("max-bytes").asInt(LONGEST), width),
                        text.path("scale").asInt(0),
                        text.path("min").asDouble(0),
                        text.path("max").asDouble(999)),
                text.path("key").asBoolean());
    }

    /** Returns the same column, as one that is never empty. */
    public AgreedColumn filled() {
        return new AgreedColumn(name, field, true, type, codes, dates, size, key);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
