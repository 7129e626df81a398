package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One interchange (授受) as the file of its counterparty says.
 *
 * @param name full name
 * @param incoming whether the gateway takes in what moves on it
 * @param layout id of its layout
 * @param folder folder of its files, empty for the top; null if it has no files
 * @param fileName pattern of what arrives, or form of the name of what is delivered; null if it has no files
 * @param queue queue of its messages or announcements; null if it has none
 * @param marker whether a file is whole only when a marker stands beside it
 * @param answers inbound interchange whose transfers it answers; null if it answers none
 * @param fields what may move on it: data categories, and single fields as {@code category.field}
 */
public record AgreedInterchange(
        String name,
        String counterparty,
        boolean incoming,
        String layout,
        @Nullable String folder,
        @Nullable String fileName,
        @Nullable String queue,
        boolean marker,
        @Nullable String answers,
        Set<String> fields) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9-]+)(?::([0-9]+))?}");

    static AgreedInterchange of(String counterparty, String shortName, JsonNode text) {
        JsonNode files = first(text, "file-arrival", "file-delivery", "announced-file");
        JsonNode queue = text.has("queue") ? text.path("queue").path("name") : files.path("queue");
        return new AgreedInterchange(
                counterparty + "." + shortName,
                counterparty,
                text.path("direction").asText().equals("in"),
                text.path("layout").asText(),
                textOf(files.path("folder")),
                textOf(files.has("pattern") ? files.path("pattern") : files.path("file-name")),
                textOf(queue),
                files.path("complete").asText().equals("marker"),
                textOf(text.path("answers")),
                fields(text.path("fields")));
    }

    private static Set<String> fields(JsonNode text) {
        Set<String> fields = new HashSet<>();
        text.path("all").forEach(each -> fields.add(each.asText()));
        text.path("only").forEach(each -> fields.add(each.asText()));
        return fields;
    }

    /** Returns whether a field may move on it; what has no field may. */
    public boolean carries(String field) {
        return field.isEmpty() || fields.contains(field) || fields.contains(field.replaceFirst("\\..*", ""));
    }

    /** Returns the part of the name behind the counterparty's. */
    public String shortName() {
        return name.substring(counterparty.length() + 1);
    }

    /** Returns whether a file that was delivered can be one of this interchange, by its name. */
    public boolean fits(String delivered) {
        return fileName != null && form(fileName).matcher(delivered).matches();
    }

    private static Pattern form(String template) {
        StringBuilder form = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholders.find()) {
            form.append(Pattern.quote(template.substring(from, placeholders.start())));
            form.append(
                    switch (placeholders.group(1)) {
                        case "date" -> "[0-9]{8}";
                        case "month" -> "[0-9]{6}";
                        case "sha256" -> "[0-9a-f]{" + placeholders.group(2) + "}";
                        case "transfer", "parent" -> "[0-9A-Z]{26}";
                        default -> "[^/]+";
                    });
            from = placeholders.end();
        }
        return Pattern.compile(form + Pattern.quote(template.substring(from)));
    }

    private static JsonNode first(JsonNode text, String... names) {
        for (String name : names) {
            if (text.has(name)) {
                return text.path(name);
            }
        }
        return text.path("");
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
