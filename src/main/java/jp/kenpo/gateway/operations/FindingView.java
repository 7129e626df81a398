package jp.kenpo.gateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a payload, as commands and REST API show it.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param line line from 1; 0 where the file as a whole is meant
 */
public record FindingView(
        String severity,
        String rule,
        long line,
        @Nullable String record,
        @Nullable String field,
        String message) {

    static FindingView of(Finding finding, Locale locale) {
        return new FindingView(
                Labels.of(finding.severity()),
                finding.rule(),
                finding.line(),
                finding.record(),
                finding.field(),
                finding.message(locale));
    }

    /** Reads a finding that the ledger kept: a {@link Finding} as a JSON object. */
    static FindingView kept(String json, Locale locale) {
        var node = Json.parse(json);
        return of(
                new Finding(
                        Severity.valueOf(node.path("severity").asText("error").toUpperCase(Locale.ROOT)),
                        node.path("rule").asText(),
                        node.path("line").asLong(),
                        text(node.path("record")),
                        text(node.path("field")),
                        texts(node.path("arguments"))),
                locale);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
