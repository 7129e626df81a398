package jp.kenpo.gateway.content.reexamination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.FindingCollector;
import org.jspecify.annotations.Nullable;

/** One object of a message, read strictly: what is missing or wrong becomes a finding with its JSON pointer. */
final class JsonPart {

    private final JsonNode node;
    private final String pointer;
    private final @Nullable String record;
    private final FindingCollector findings;

    /** @param record what findings name as the record, for example the receipt; null for the message */
    JsonPart(JsonNode node, String pointer, @Nullable String record, FindingCollector findings) {
        this.node = node;
        this.pointer = pointer;
        this.record = record;
        this.findings = findings;
        if (!node.isObject()) {
            wrong(SelectionRule.WRONG_TYPE, pointer, "object");
        }
    }

    String pointer() {
        return pointer;
    }

    JsonPart inRecord(String name) {
        return new JsonPart(node, pointer, name, findings);
    }

    /** Every other key is a finding; its text is not repeated, it could be anything. */
    void allows(Set<String> keys) {
        node.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                wrong(SelectionRule.UNKNOWN_KEY, pointer, String.join(", ", new TreeSet<>(keys)));
            }
        });
    }

    /** Returns the text; empty, with a finding, if it is missing or of another form. */
    String required(String key, Pattern form) {
        String text = optional(key, form);
        if (text == null && !node.has(key)) {
            wrong(SelectionRule.MISSING, at(key));
        }
        return text == null ? "" : text;
    }

    /** Returns the text; null if it is not there, or (with a finding) of another form. */
    @Nullable
    String optional(String key, Pattern form) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            wrong(SelectionRule.WRONG_TYPE, at(key), "string");
            return null;
        }
        if (!form.matcher(value.textValue()).matches()) {
            wrong(SelectionRule.WRONG_FORM, at(key), form.pattern());
            return null;
        }
        return value.textValue();
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(SelectionRule.WRONG_TYPE, at(key), "boolean");
        }
        return value.booleanValue();
    }

    /** @param otherwise what holds if the key is not there; null: it must be there */
    int number(String key, int from, int to, @Nullable Integer otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            if (otherwise == null) {
                wrong(SelectionRule.MISSING, at(key));
            }
            return otherwise == null ? from : otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            wrong(SelectionRule.WRONG_TYPE, at(key), "integer");
        } else if (value.intValue() < from || value.intValue() > to) {
            wrong(SelectionRule.OUT_OF_RANGE, at(key), from, to);
        }
        return value.intValue();
    }

    JsonPart object(String key) {
        return new JsonPart(node.path(key), at(key), record, findings);
    }

    List<JsonPart> objects(String key, int from, int to) {
        List<JsonPart> parts = new ArrayList<>();
        for (JsonNode element : list(key, from, to)) {
            parts.add(new JsonPart(element, at(key) + "/" + parts.size(), record, findings));
        }
        return parts;
    }

    List<String> texts(String key, int to, Pattern form) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key, 0, to)) {
            if (element.isTextual() && form.matcher(element.textValue()).matches()) {
                texts.add(element.textValue());
            } else {
                wrong(SelectionRule.WRONG_FORM, at(key), form.pattern());
            }
        }
        return texts;
    }

    private Iterable<JsonNode> list(String key, int from, int to) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() && from == 0) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(value instanceof MissingNode ? SelectionRule.MISSING : SelectionRule.WRONG_TYPE, at(key), "array");
            return List.of();
        }
        if (value.size() < from || value.size() > to) {
            wrong(SelectionRule.WRONG_COUNT, at(key), from, to, value.size());
            return List.of();
        }
        return value;
    }

    String at(String key) {
        return pointer + "/" + key;
    }

    void wrong(SelectionRule rule, String place, Object... arguments) {
        findings.add(rule.finding(record, place, arguments));
    }
}
