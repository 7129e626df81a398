package jp.kenpo.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Camel's own schema of its YAML, asked whether a key is misspelt or merely not allowed here.
 *
 * <p>It takes a second to load, so it is asked only when the rules meet a key that they do not allow.
 */
final class CamelVocabulary {

    private final Node root;
    private @Nullable Set<ValidationMessage> messages;

    CamelVocabulary(Node root) {
        this.root = root;
    }

    /** Returns everything the schema finds wrong in the document. */
    Set<ValidationMessage> messages() {
        if (messages == null) {
            messages = Schema.CAMEL.validate(json(root));
        }
        return messages;
    }

    /** Returns whether Camel knows the key in this mapping of the document. */
    boolean knows(Node mapping, String key) {
        return messages().stream()
                .filter(message -> message.getType().equals("additionalProperties"))
                .filter(message -> key.equals(message.getProperty()))
                .noneMatch(message -> mapping.equals(nodeAt(message.getInstanceLocation())));
    }

    private @Nullable Node nodeAt(JsonNodePath path) {
        Node node = root;
        for (int element = 0; element < path.getNameCount(); element++) {
            node = child(node, path.getElement(element));
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable Node child(Node node, Object element) {
        if (node instanceof SequenceNode sequence && element instanceof Integer index) {
            return sequence.getValue().get(index);
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (text(tuple.getKeyNode()).equals(element.toString())) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static JsonNode json(Node node) {
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.getValue().forEach(tuple -> object.set(text(tuple.getKeyNode()), json(tuple.getValueNode())));
            return object;
        }
        return JsonNodeFactory.instance.textNode(text(node));
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Loaded on first use. */
    private static final class Schema {

        private static final JsonSchema CAMEL = load();

        private static JsonSchema load() {
            JsonMetaSchema draft = JsonMetaSchema.builder(JsonMetaSchema.getV4())
                    .keyword(new NonValidationKeyword("deprecated"))
                    .build();
            JsonSchemaFactory factory =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(draft)
                            .defaultMetaSchemaIri(draft.getIri()));
            // every kind of step may hold every other: followed ahead of need, that is more than 200 MB of schemas
            SchemaValidatorsConfig asNeeded =
                    SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();
            return factory.getSchema(SchemaLocation.of("classpath:schema/camelYamlDsl.json"), asNeeded);
        }
    }
}
