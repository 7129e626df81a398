package jp.kenpo.gateway.configuration;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One YAML file of {@code config/}, bound to a record, with the line of every node at hand.
 *
 * <p>The record decides what a value is, never the YAML: {@code no} is the text "no" where a text is expected, and
 * {@code 06990014} keeps its zero. Components are texts, {@code int}, {@code long}, {@code boolean}, dates, times, paths,
 * enums (written in kebab-case), records, and lists, sets and maps of them. A component whose type is
 * {@code @Nullable} may be left out, every other must be there.
 *
 * @param <T> the record that the file is read into; its component names in kebab-case are the keys
 */
public final class ConfigurationFile<T> {

    private final String name;
    private final Node root;
    private final T content;

    private ConfigurationFile(String name, Node root, T content) {
        this.name = name;
        this.root = root;
        this.content = content;
    }

    /**
     * Reads a file strictly: an unknown or repeated key, a missing or mistyped value are problems.
     *
     * @param placeholders resolves {@code ${name:default}} inside scalar values; receives the text between the
     *     braces; throws {@link IllegalArgumentException} where it knows no value and there is no default
     * @throws ConfigurationRejectedException with file and line of each problem
     */
    public static <T> ConfigurationFile<T> read(Path file, Class<T> type, UnaryOperator<String> placeholders) {
        var name = nameOf(file);
        var problems = new Problems();
        var root = YamlText.compose(file, name);
        var content = new Binding(name, new Placeholders(placeholders), problems).bind(root, type);
        problems.throwIfAny();
        return new ConfigurationFile<>(name, root, type.cast(Objects.requireNonNull(content)));
    }

    /**
     * Reads a file whose form depends on one of its keys. It may hold no placeholders.
     *
     * @param types the record for a value of the key; empty for a value that nobody knows
     * @param remedy what to write instead of an unknown value
     * @throws ConfigurationRejectedException with file and line of each problem
     */
    public static <T> ConfigurationFile<? extends T> readByKey(
            Path file, String key, Function<String, Optional<Class<? extends T>>> types, String remedy) {
        var name = nameOf(file);
        var root = (MappingNode) YamlText.compose(file, name);
        var value = YamlText.scalar(root, key);
        if (value.isEmpty()) {
            throw YamlText.rejected(name, YamlText.lineOf(root), "key \"" + key + "\" is missing", remedy);
        }
        var type = types.apply(value.get().getValue());
        if (type.isEmpty()) {
            throw YamlText.rejected(
                    name,
                    YamlText.lineOf(value.get()),
                    "unknown value \"" + value.get().getValue() + "\"",
                    remedy);
        }
        return read(file, type.get());
    }

    /** Reads a file that may hold no placeholders: what it says is the same in every installation. */
    public static <T> ConfigurationFile<T> read(Path file, Class<T> type) {
        return read(file, type, text -> {
            throw new IllegalArgumentException("this file may hold no placeholders");
        });
    }

    /** Returns a path as it stands in messages, with forward slashes. */
    static String nameOf(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }

    /** Returns what the file says. */
    public T content() {
        return content;
    }

    /** Returns the path of the file as it stands in messages. */
    public String name() {
        return name;
    }

    /** Returns the line of the node under the path ({@code "purposes", 3, "counterparties", 1}), else of its nearest parent. */
    public int lineOf(Object... path) {
        var place = new Place(YamlText.lineOf(root), root);
        for (var step : path) {
            var next = place.step(step);
            if (next.isEmpty()) {
                return place.line();
            }
            place = next.get();
        }
        return place.line();
    }

    /** A node, and the line of its key where it has one: the value may begin further down. */
    private record Place(int line, Node node) {

        Optional<Place> step(Object step) {
            if (node instanceof MappingNode mapping) {
                return mapping.getValue().stream()
                        .filter(each -> each.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(String.valueOf(step)))
                        .findFirst()
                        .map(each -> new Place(YamlText.lineOf(each.getKeyNode()), each.getValueNode()));
            }
            if (node instanceof SequenceNode sequence && step instanceof Integer index) {
                return sequence.getValue().stream()
                        .skip(index)
                        .findFirst()
                        .map(each -> new Place(YamlText.lineOf(each), each));
            }
            return Optional.empty();
        }
    }

    /** Returns a problem at the node under the path. */
    public Problem problem(String what, String remedy, Object... path) {
        return new Problem(name, lineOf(path), what, remedy);
    }
}
