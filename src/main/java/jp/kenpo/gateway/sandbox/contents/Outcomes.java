package jp.kenpo.gateway.sandbox.contents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.sandbox.table.Subject;

/** What the intermediate server (中間サーバー) answers to a registered event: mostly that it was accepted. */
final class Outcomes {

    private static final int ACCEPTED_PERCENT = 95;

    private Outcomes() {}

    /** Adds the outcome to what is known of the event. */
    static Subject of(JsonNode layout, Subject event) {
        JsonNode result = layout.path("result");
        boolean accepted = event.chance().inPercent(ACCEPTED_PERCENT);
        Map<String, String> known = new LinkedHashMap<>(event.known());
        known.put(result.path("outcome").asText(), code(layout.path("outcomes"), accepted ? "accepted" : "rejected"));
        known.put(result.path("code").asText(), accepted ? "" : "E001");
        known.put(result.path("mismatch").asText(), "");
        return event.with(known);
    }

    private static String code(JsonNode outcomes, String meaning) {
        for (var each : outcomes.properties()) {
            if (each.getValue().asText().equals(meaning)) {
                return each.getKey();
            }
        }
        return "0";
    }
}
