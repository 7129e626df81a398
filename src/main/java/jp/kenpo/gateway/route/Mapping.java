package jp.kenpo.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the keys of one mapping; what is missing or of the wrong form becomes a fault. */
final class Mapping {

    private final MappingNode node;
    private final int line;
    private final Faults faults;

    private Mapping(MappingNode node, int line, Faults faults) {
        this.node = node;
        this.line = line;
        this.faults = faults;
    }

    /** An item of a list. */
    static Mapping item(Node node, Faults faults) {
        return new Mapping((MappingNode) node, PlainYaml.line(node), faults);
    }

    /** A text and the line it stands on. */
    record Written(String text, int line) {}

    /** Returns the line of the hyphen or key that it belongs to. */
    int line() {
        return line;
    }

    /** Returns the keys in the order of the file. */
    List<String> keys() {
        return node.getValue().stream().map(tuple -> key(tuple)).toList();
    }

    boolean has(String key) {
        return tuple(key).isPresent();
    }

    Optional<Node> value(String key) {
        return tuple(key).map(NodeTuple::getValueNode);
    }

    int lineOf(String key) {
        return tuple(key).map(tuple -> PlainYaml.line(tuple.getKeyNode())).orElse(line());
    }

    /** Returns a text that is not blank; else there is a fault of the rule with this remedy. */
    Optional<Written> text(String key, RouteRule rule, String remedy) {
        Optional<Written> written = value(key)
                .filter(ScalarNode.class::isInstance)
                .map(value -> new Written(((ScalarNode) value).getValue(), PlainYaml.line(value)))
                .filter(value -> !value.text().isBlank());
        if (written.isEmpty()) {
            String what = has(key) ? "`" + key + "` is no text" : "`" + key + "` is missing";
            faults.add(rule, lineOf(key), what, remedy);
        }
        return written;
    }

    Optional<Mapping> mapping(String key, String remedy) {
        Optional<Mapping> mapping = value(key)
                .filter(MappingNode.class::isInstance)
                .map(value -> new Mapping((MappingNode) value, lineOf(key), faults));
        if (mapping.isEmpty()) {
            faults.add(RouteRule.KEYS, lineOf(key), "`" + key + "` with keys below it is missing", remedy);
        }
        return mapping;
    }

    /** Returns the items of a list that holds mappings only. */
    List<Mapping> list(String key, String remedy) {
        Optional<SequenceNode> list =
                value(key).filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast);
        boolean mappings = list.isPresent()
                && !list.get().getValue().isEmpty()
                && list.get().getValue().stream().allMatch(MappingNode.class::isInstance);
        if (!mappings) {
            faults.add(RouteRule.KEYS, lineOf(key), "`" + key + "` is not a list with an item", remedy);
            return List.of();
        }
        return list.get().getValue().stream().map(item -> item(item, faults)).toList();
    }

    /** Every key that is not allowed becomes a fault: of spelling when Camel does not know it either. */
    void only(Set<String> allowed, RouteRule rule, CamelVocabulary camel) {
        for (String key : keys()) {
            if (allowed.contains(key)) {
                continue;
            }
            if (camel.knows(node, key)) {
                Refusal refusal = Refusal.of(key);
                faults.add(rule, lineOf(key), "\"" + key + "\" " + refusal.why(), refusal.remedy());
            } else {
                faults.add(
                        RouteRule.SPELLING,
                        lineOf(key),
                        "Camel knows no \"" + key + "\" here",
                        "Write one of: "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private Optional<NodeTuple> tuple(String key) {
        return node.getValue().stream().filter(tuple -> key(tuple).equals(key)).findFirst();
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }
}
