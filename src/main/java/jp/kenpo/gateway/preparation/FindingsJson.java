package jp.kenpo.gateway.preparation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kenpo.gateway.content.Finding;

/** Writes findings as the ledger keeps them: rule and arguments, so that the text can be shown in any language. */
final class FindingsJson {

    private static final int NAMED = 5;

    private final ObjectMapper json = new ObjectMapper();

    String of(Finding finding) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        values.put("rule", finding.rule());
        values.put("line", finding.line());
        values.put("record", finding.record());
        values.put("field", finding.field());
        values.put("arguments", finding.arguments());
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a finding can't be written down", impossible);
        }
    }

    /** Returns one line for lists: how many errors, by which rules. */
    static String summary(long errors, List<Finding> findings) {
        List<String> rules = findings.stream()
                .filter(finding -> finding.severity() == jp.kenpo.gateway.content.Severity.ERROR)
                .map(Finding::rule)
                .distinct()
                .limit(NAMED)
                .toList();
        return errors + " errors in the content (" + String.join(", ", rules) + ")";
    }
}
