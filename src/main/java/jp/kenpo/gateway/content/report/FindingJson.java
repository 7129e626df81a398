package jp.kenpo.gateway.content.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** Findings as the ledger keeps them: rule and arguments, so that the text can be shown in any language. */
public final class FindingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingJson() {}

    /** Returns the finding as a JSON object. */
    public static String of(Finding finding) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        values.put("rule", finding.rule());
        values.put("line", finding.line());
        values.put("record", finding.record());
        values.put("field", finding.field());
        values.put("arguments", finding.arguments());
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a finding can't be written down", impossible);
        }
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if the text is no finding; the message does not quote it
     */
    public static Finding read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<String> arguments = new ArrayList<>();
            node.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            return new Finding(
                    Severity.valueOf(node.path("severity").asText().toUpperCase(Locale.ROOT)),
                    node.path("rule").asText(),
                    node.path("line").asLong(),
                    text(node.path("record")),
                    text(node.path("field")),
                    arguments);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("what was kept of a check is no finding");
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
