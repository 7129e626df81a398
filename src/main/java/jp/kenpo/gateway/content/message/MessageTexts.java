package jp.kenpo.gateway.content.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;

/**
 * Every text and figure of a message, as the {@link MyNumberGuard} sees it; declared or not.
 *
 * @param known keys that may be named; others come from the message and could be anything
 * @param otherNumbers keys of numbers of which twelve digits are a regular form
 */
public record MessageTexts(Set<String> known, Set<String> otherNumbers) {

    private static final String OTHER = "…";

    /** Shows the texts of a message to the guard. */
    public void show(JsonNode message, MyNumberGuard guard) {
        show(message, "", guard);
    }

    private void show(JsonNode node, String key, MyNumberGuard guard) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            guard.text(0, null, OTHER, property.getKey());
            show(property.getValue(), property.getKey(), guard);
        }
        if (node.isArray()) {
            node.forEach(element -> show(element, key, guard));
        } else if (node.isValueNode()) {
            guard.column(known.contains(key) ? key : OTHER, watch(key)).see(0, null, node.asText());
        }
    }

    /** Masks every text of a message that is not declared as another number, and returns how many were. */
    public long mask(JsonNode node) {
        long masked = 0;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (node instanceof ObjectNode object && property.getValue() instanceof TextNode text) {
                String after = new MyNumberMask(property.getKey(), watch(property.getKey())).masked(text.textValue());
                masked += after.equals(text.textValue()) ? 0 : 1;
                object.put(property.getKey(), after);
            } else {
                masked += mask(property.getValue());
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                masked += mask(element);
            }
        }
        return masked;
    }

    private Watch watch(String key) {
        return otherNumbers.contains(key) ? Watch.OTHER_NUMBER : Watch.TEXT;
    }
}
