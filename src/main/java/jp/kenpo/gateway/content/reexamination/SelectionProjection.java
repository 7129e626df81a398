package jp.kenpo.gateway.content.reexamination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.kenpo.gateway.content.message.MessageTexts;
import jp.kenpo.gateway.content.mynumber.Watch;

/** Cuts a selection down to the permitted fields by removing keys. The envelope of the event stays. */
final class SelectionProjection {

    /** Keys of a receipt and of a request, and the field that each belongs to. */
    static final Map<String, String> FIELD_OF = Map.ofEntries(
            Map.entry("transfer", field("transfer")),
            Map.entry("receiptKey", field("receipt-key")),
            Map.entry("crossViewed", field("receipt-key")),
            Map.entry("payerRef", field("remark")),
            Map.entry("reason", field("reason-code")),
            Map.entry("detail", field("reason-code")),
            Map.entry("date", field("reason-code")),
            Map.entry("recovered", field("reason-code")),
            Map.entry("note", field("remark")),
            Map.entry("freeText", field("remark")),
            Map.entry("sendBackRef", field("remark")),
            Map.entry("contacted", field("remark")),
            Map.entry("lines", field("lines")));

    static final MessageTexts TEXTS =
            new MessageTexts(FIELD_OF.keySet(), Set.of("receiptKey", "payerRef", "crossViewed", "sendBackRef"));

    private final Set<String> permitted;
    private final Map<String, Long> removed = new LinkedHashMap<>();

    SelectionProjection(Set<String> permitted) {
        this.permitted = permitted;
    }

    private static String field(String name) {
        return SelectionContent.CATEGORY + "." + name;
    }

    /** Returns the declared fields that a message holds. */
    static Set<String> fieldsOf(JsonNode message) {
        Set<String> fields = new LinkedHashSet<>();
        eachKey(message, (node, key) -> fields.add(FIELD_OF.get(key)));
        return fields;
    }

    /** Removes what is not permitted. */
    void cut(JsonNode message) {
        eachKey(message, (node, key) -> {
            String field = FIELD_OF.getOrDefault(key, "");
            if (!permitted.contains(field)) {
                node.remove(key);
                removed.merge(field, 1L, Long::sum);
            }
        });
    }

    /** Masks the My Numbers (個人番号) in the texts that remain, those of the envelope too. */
    void mask(JsonNode message) {
        long masked = TEXTS.mask(message);
        if (masked > 0) {
            removed.merge(Watch.FIELD, masked, Long::sum);
        }
    }

    /** Returns how many keys of each field were removed, and how many texts masked. */
    Map<String, Long> removed() {
        return Map.copyOf(removed);
    }

    private static void eachKey(JsonNode message, BiConsumer<ObjectNode, String> action) {
        for (JsonNode receipt : message.path("data").path("receipts")) {
            declaredKeys(receipt, action);
            for (JsonNode request : receipt.path("requests")) {
                declaredKeys(request, action);
            }
        }
    }

    private static void declaredKeys(JsonNode node, BiConsumer<ObjectNode, String> action) {
        if (node instanceof ObjectNode object) {
            List<String> keys = object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(FIELD_OF::containsKey)
                    .toList();
            keys.forEach(key -> action.accept(object, key));
        }
    }
}
