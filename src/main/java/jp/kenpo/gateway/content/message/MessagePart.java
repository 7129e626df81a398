package jp.kenpo.gateway.content.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.FindingCollector;
import org.jspecify.annotations.Nullable;

/** One object of a message, read strictly: what is missing or wrong becomes a finding with its JSON pointer. */
public final class MessagePart {

    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private final JsonNode node;
    private final String pointer;
    private final @Nullable String record;
    private final FindingCollector findings;

    /** @param record what findings name as the record, for example the receipt; null for the message */
    private MessagePart(JsonNode node, String pointer, @Nullable String record, FindingCollector findings) {
        this.node = node;
        this.pointer = pointer;
        this.record = record;
        this.findings = findings;
        if (!node.isObject()) {
            wrong(MessageRule.WRONG_TYPE, pointer, "object");
        }
    }

    /**
     * Returns the data of a CloudEvent 1.0 in structured JSON.
     *
     * @param type the only {@code type} that is right here
     */
    public static MessagePart dataOf(JsonNode message, String type, FindingCollector findings) {
        return dataOf(message, Set.of(type), findings);
    }

    /**
     * Returns the data of a CloudEvent 1.0 in structured JSON.
     *
     * @param types what the event may be called here
     */
    public static MessagePart dataOf(JsonNode message, Set<String> types, FindingCollector findings) {
        var event = new MessagePart(message, "", null, findings);
        event.allows(Set.of("specversion", "id", "source", "type", "time", "datacontenttype", "data"));
        event.expect("specversion", Set.of("1.0"));
        event.expect("type", types);
        event.required("id", ANY);
        event.required("source", ANY);
        event.optional("time", ANY);
        event.optional("datacontenttype", Pattern.compile("application/json(;.*)?"));
        return event.object("data");
    }

    private void expect(String key, Set<String> values) {
        if (!values.contains(required(key, ANY))) {
            wrong(MessageRule.OTHER_EVENT, at(key), String.join(", ", new TreeSet<>(values)));
        }
    }

    /** Returns the JSON pointer to the object. */
    public String pointer() {
        return pointer;
    }

    /** Returns the same object, its findings under the name of a record. */
    public MessagePart inRecord(String name) {
        return new MessagePart(node, pointer, name, findings);
    }

    /** Every other key is a finding; its text is not repeated, it could be anything. */
    public void allows(Set<String> keys) {
        node.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                wrong(MessageRule.UNKNOWN_KEY, pointer, String.join(", ", new TreeSet<>(keys)));
            }
        });
    }

    /** Returns the text; empty, with a finding, if it is missing or of another form. */
    public String required(String key, Pattern form) {
        String text = optional(key, form);
        if (text == null && !node.has(key)) {
            wrong(MessageRule.MISSING, at(key));
        }
        return text == null ? "" : text;
    }

    /** Returns the text; null if it is not there, or (with a finding) of another form. */
    @Nullable
    public String optional(String key, Pattern form) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            wrong(MessageRule.WRONG_TYPE, at(key), "string");
            return null;
        }
        if (!form.matcher(value.textValue()).matches()) {
            wrong(MessageRule.WRONG_FORM, at(key), form.pattern());
            return null;
        }
        return value.textValue();
    }

    /**
     * Returns the values by key; a null stands for nothing. Only texts are taken: a figure has lost its leading zeros, and
     * an object is more than the message may hold here.
     *
     * @param keys the keys that are known; every other is a finding
     */
    public Map<String, String> values(Set<String> keys) {
        allows(keys);
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : keys) {
            JsonNode value = node.path(key);
            if (value.isTextual()) {
                values.put(key, value.textValue());
            } else if (!value.isMissingNode() && !value.isNull()) {
                wrong(MessageRule.WRONG_TYPE, at(key), "string");
            }
        }
        return values;
    }

    /** @param otherwise what holds if the key is not there */
    public boolean flag(String key, boolean otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(MessageRule.WRONG_TYPE, at(key), "boolean");
        }
        return value.booleanValue();
    }

    /** @param otherwise what holds if the key is not there; null: it must be there */
    public int number(String key, int from, int to, @Nullable Integer otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            if (otherwise == null) {
                wrong(MessageRule.MISSING, at(key));
            }
            return otherwise == null ? from : otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            wrong(MessageRule.WRONG_TYPE, at(key), "integer");
        } else if (value.intValue() < from || value.intValue() > to) {
            wrong(MessageRule.OUT_OF_RANGE, at(key), from, to);
        }
        return value.intValue();
    }

    /** Returns an object inside this one; a finding and an empty object if there is none. */
    public MessagePart object(String key) {
        return new MessagePart(node.path(key), at(key), record, findings);
    }

    /** Returns the objects of a list; a finding if there are fewer or more. */
    public List<MessagePart> objects(String key, int from, int to) {
        List<MessagePart> parts = new ArrayList<>();
        for (JsonNode element : list(key, from, to)) {
            parts.add(new MessagePart(element, at(key) + "/" + parts.size(), record, findings));
        }
        return parts;
    }

    /** Returns the texts of a list that have the form; the others become findings. */
    public List<String> texts(String key, int to, Pattern form) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key, 0, to)) {
            if (element.isTextual() && form.matcher(element.textValue()).matches()) {
                texts.add(element.textValue());
            } else {
                wrong(MessageRule.WRONG_FORM, at(key), form.pattern());
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
            wrong(value instanceof MissingNode ? MessageRule.MISSING : MessageRule.WRONG_TYPE, at(key), "array");
            return List.of();
        }
        if (value.size() < from || value.size() > to) {
            wrong(MessageRule.WRONG_COUNT, at(key), from, to, value.size());
            return List.of();
        }
        return value;
    }

    /** Returns the pointer to a key of this object. */
    public String at(String key) {
        return pointer + "/" + key;
    }

    /** Adds a finding at a pointer. */
    public void wrong(PointedRule rule, String place, Object... arguments) {
        findings.add(rule.finding(record, place, arguments));
    }
}
