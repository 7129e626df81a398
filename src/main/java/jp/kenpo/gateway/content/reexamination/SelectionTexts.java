package jp.kenpo.gateway.content.reexamination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;

/** Every text and figure of a message, as the {@link MyNumberGuard} sees it; declared or not. */
final class SelectionTexts {

    /** Numbers of the payer side, of which twelve digits are a regular form. */
    private static final Set<String> NUMBERS = Set.of("receiptKey", "payerRef", "crossViewed", "sendBackRef");

    /** Keys that may be named; others come from the message and could be anything. */
    private static final Set<String> KNOWN = SelectionProjection.FIELD_OF.keySet();

    private SelectionTexts() {}

    /** Masks every text of a message that is not declared as another number, and returns how many were. */
    static long mask(JsonNode node) {
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

    private static Watch watch(String key) {
        return NUMBERS.contains(key) ? Watch.OTHER_NUMBER : Watch.TEXT;
    }

    /** Shows the texts of a message to the guard. */
    static void show(JsonNode message, MyNumberGuard guard) {
        show(message, "", guard);
    }

    private static void show(JsonNode node, String key, MyNumberGuard guard) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            guard.text(0, null, "…", property.getKey());
            show(property.getValue(), property.getKey(), guard);
        }
        if (node.isArray()) {
            node.forEach(element -> show(element, key, guard));
        } else if (node.isValueNode()) {
            guard.column(KNOWN.contains(key) ? key : "…", watch(key)).see(0, null, node.asText());
        }
    }
}
