package jp.kenpo.gateway.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Turns the text of a file into YAML nodes, which know their lines. */
final class YamlText {

    private static final int DEEPEST = 20;

    private YamlText() {}

    /** @throws ConfigurationRejectedException if the file can't be read, is no YAML, or is no mapping */
    static Node compose(Path file, String name) {
        var text = text(file, name);
        Node root;
        try {
            root = new Yaml(options()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw rejected(
                    name,
                    mark == null ? 0 : mark.getLine() + 1,
                    "not readable as YAML: " + e.getProblem(),
                    "Correct the YAML at this line");
        } catch (YAMLException e) {
            throw rejected(name, 0, "not readable as YAML: " + firstLine(e), "Write plain YAML without aliases");
        }
        if (!(root instanceof MappingNode)) {
            throw rejected(
                    name,
                    root == null ? 0 : lineOf(root),
                    root == null ? "the file is empty" : "the file is not a mapping",
                    "Write keys and values, one key a line");
        }
        return root;
    }

    /** Returns the line of a node, from 1. */
    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** Returns the plain value under a key of a mapping; empty if there is none. */
    static Optional<ScalarNode> scalar(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(each -> each.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .findFirst();
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        // Aliases multiply what a small file holds; binding refuses anchors, this stops the expansion before
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private static String text(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw rejected(name, 0, "the file does not exist", "Create it, or correct the folder");
        } catch (CharacterCodingException e) {
            throw rejected(name, 0, "the file is not UTF-8", "Save it as UTF-8 without a byte order mark");
        } catch (IOException e) {
            throw rejected(
                    name,
                    0,
                    "the file can't be read (" + e.getClass().getSimpleName() + ")",
                    "Let the gateway's user read it");
        }
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    static ConfigurationRejectedException rejected(String name, int line, String what, String remedy) {
        return new ConfigurationRejectedException(List.of(new Problem(name, line, what, remedy)));
    }
}
