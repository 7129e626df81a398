package jp.kenpo.gateway.route;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML that says what it seems to say, as nodes with lines.
 *
 * <p>It is read by the parser that Camel uses, with the same settings: two parsers could understand one text in two
 * ways, and the rules would judge another route than the one that runs.
 */
final class PlainYaml {

    private static final int DEEPEST = 24;

    private final Faults faults;
    private int documents;
    private int depth;

    private PlainYaml(Faults faults) {
        this.faults = faults;
    }

    /** Returns the root of the one document, or nothing when a fault was found. */
    static Optional<Node> read(RouteText file, Faults faults) {
        PlainYaml yaml = new PlainYaml(faults);
        yaml.judgeCharacters(file.text());
        if (!faults.none()) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().setLabel(file.name()).build();
        try {
            return yaml.compose(file.text(), settings);
        } catch (MarkedYamlEngineException failure) {
            int line = failure.getProblemMark().map(PlainYaml::line).orElse(0);
            faults.add(
                    RouteRule.YAML,
                    line,
                    "the text is no YAML (" + failure.getProblem() + ")",
                    "Correct indentation and quotes near this line");
        } catch (YamlEngineException failure) {
            faults.add(RouteRule.YAML, 0, "the text is no YAML", "Correct indentation and quotes");
        }
        return Optional.empty();
    }

    static int line(Node node) {
        return node.getStartMark().map(PlainYaml::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private Optional<Node> compose(String text, LoadSettings settings) {
        for (Event event : new Parse(settings).parseString(text)) {
            judge(event);
            // The composer calls itself for every level, so the depth is bounded before it starts
            if (depth > DEEPEST) {
                add(event, "nested deeper than any route", "Write it like the other routes");
                return Optional.empty();
            }
        }
        if (documents != 1) {
            faults.add(
                    RouteRule.YAML, 0, documents + " documents in the file", "Write one document, without a line ---");
        }
        if (!faults.none()) {
            return Optional.empty();
        }
        Optional<Node> root = new Compose(settings).composeString(text);
        root.ifPresent(this::judgeKeys);
        return faults.none() ? root : Optional.empty();
    }

    private void judge(Event event) {
        if (event instanceof DocumentStartEvent start) {
            documents++;
            if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                add(event, "a YAML directive", "Remove the line that begins with %");
            }
        } else if (event instanceof CollectionStartEvent start) {
            depth++;
            judgeTag(event, start.getTag().orElse(null));
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        } else if (event instanceof ScalarEvent scalar) {
            judgeTag(event, scalar.getTag().orElse(null));
            judgeText(scalar);
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && anchored(node))) {
            add(event, "an anchor or alias (& or *)", "Write the value out where it is meant");
        }
    }

    private static boolean anchored(NodeEvent node) {
        return node.getAnchor().isPresent();
    }

    private void judgeTag(Event event, @Nullable String tag) {
        if (tag != null) {
            add(event, "a YAML tag (!)", "Write the plain value; every value of a route is a text");
        }
    }

    private void judgeText(ScalarEvent scalar) {
        String value = scalar.getValue();
        if (value.contains("{{") || value.contains("${") || value.contains("$simple{")) {
            faults.add(
                    RouteRule.PLACEHOLDER,
                    scalar.getStartMark().map(PlainYaml::line).orElse(0),
                    "a placeholder, {{…}} or ${…}, is filled in at run time, when no rule can see it",
                    "Write the name itself; what differs by installation belongs in config/");
        }
        if (value.codePoints().anyMatch(PlainYaml::hidden)) {
            add(scalar, "a character that can't be seen", "Write visible characters only");
        }
    }

    private void add(Event event, String what, String remedy) {
        faults.add(RouteRule.YAML, event.getStartMark().map(PlainYaml::line).orElse(0), what, remedy);
    }

    private void judgeCharacters(String text) {
        int number = 1;
        for (String line : text.split("\r\n|\n", -1)) {
            if (line.indexOf('\t') >= 0) {
                faults.add(RouteRule.YAML, number, "a tab", "Indent with spaces");
            } else if (line.codePoints().anyMatch(PlainYaml::hidden)) {
                faults.add(RouteRule.YAML, number, "a character that can't be seen", "Write visible characters only");
            }
            number++;
        }
    }

    /** Whether an editor could show the text otherwise than the parser reads it (direction marks, zero width, NUL). */
    private static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private void judgeKeys(Node node) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::judgeKeys);
        } else if (node instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                judgeKey(tuple.getKeyNode(), seen);
                judgeKeys(tuple.getValueNode());
            }
        }
    }

    private void judgeKey(Node key, Set<String> seen) {
        if (!(key instanceof ScalarNode scalar)) {
            faults.add(RouteRule.YAML, line(key), "a key that is no word", "Write a word as the key");
        } else if (!seen.add(scalar.getValue())) {
            faults.add(
                    RouteRule.YAML,
                    line(key),
                    "the key \"" + scalar.getValue() + "\" stands twice",
                    "Keep one of the two");
        }
    }
}
