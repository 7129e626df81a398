package jp.kenpo.gateway.configuration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Binds YAML nodes to records and collects every problem on the way; a value with a problem becomes null. */
final class Binding {

    private final String file;
    private final Scalars scalars;
    private final Problems problems;

    Binding(String file, Placeholders placeholders, Problems problems) {
        this.file = file;
        this.scalars = new Scalars(placeholders);
        this.problems = problems;
    }

    @Nullable
    Object bind(Node node, Type type) {
        if (node.getAnchor() != null) {
            return problem(node, "anchor \"" + node.getAnchor() + "\"", "Write the value out where it is needed");
        }
        if (type instanceof ParameterizedType generic) {
            var raw = generic.getRawType();
            var arguments = generic.getActualTypeArguments();
            if (raw == Map.class) {
                return bindMap(node, arguments[0], arguments[1]);
            }
            return raw == Set.class ? bindSet(node, arguments[0]) : bindList(node, arguments[0]);
        }
        var plain = (Class<?>) type;
        return plain.isRecord() ? bindRecord(node, plain) : bindScalar(node, plain);
    }

    private @Nullable Object bindScalar(Node node, Class<?> type) {
        if (!(node instanceof ScalarNode scalar)) {
            return problem(node, "a list or mapping stands where one value is expected", "Write one value");
        }
        if (Tag.NULL.equals(scalar.getTag())) {
            return problem(node, "the value is missing", "Write a value, or remove the key if it is optional");
        }
        try {
            return scalars.read(scalar.getValue(), type);
        } catch (IllegalArgumentException e) {
            return problem(node, String.valueOf(e.getMessage()), scalars.remedy(type));
        }
    }

    private @Nullable List<Object> bindList(Node node, Type element) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(node, "a list is expected", "Write [a, b] or one \"- \" line for each element");
            return null;
        }
        var list = new ArrayList<Object>();
        for (var each : sequence.getValue()) {
            var value = bind(each, element);
            if (value != null) {
                list.add(value);
            }
        }
        return Collections.unmodifiableList(list);
    }

    private @Nullable Set<Object> bindSet(Node node, Type element) {
        var list = bindList(node, element);
        if (list == null) {
            return null;
        }
        var set = new LinkedHashSet<Object>();
        for (var each : list) {
            if (!set.add(each)) {
                problem(node, "\"" + each + "\" stands twice in the list", "Write it once");
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private @Nullable Map<Object, Object> bindMap(Node node, Type keyType, Type valueType) {
        var entries = entries(node);
        if (entries == null) {
            return null;
        }
        var map = new LinkedHashMap<Object, Object>();
        for (var entry : entries.values()) {
            var key = bind(entry.getKeyNode(), keyType);
            var value = bind(entry.getValueNode(), valueType);
            if (key != null && value != null) {
                map.put(key, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object bindRecord(Node node, Class<?> type) {
        var entries = entries(node);
        if (entries == null) {
            return null;
        }
        var components = type.getRecordComponents();
        reportUnknown(entries, components);
        List<@Nullable Object> values = new ArrayList<>();
        boolean complete = true;
        for (var component : components) {
            var value = bindComponent(node, entries, component);
            values.add(value);
            complete &= value != null || mayBeLeftOut(entries, component);
        }
        return complete ? create(node, type, components, values) : null;
    }

    private @Nullable Object bindComponent(Node node, Map<String, NodeTuple> entries, RecordComponent component) {
        var key = Scalars.kebab(component.getName());
        var entry = entries.get(key);
        if (entry != null) {
            return bind(entry.getValueNode(), component.getGenericType());
        }
        return mayBeLeftOut(entries, component)
                ? null
                : problem(node, "key \"" + key + "\" is missing", "Write \"" + key + ": ...\"");
    }

    private static boolean mayBeLeftOut(Map<String, NodeTuple> entries, RecordComponent component) {
        return !entries.containsKey(Scalars.kebab(component.getName()))
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void reportUnknown(Map<String, NodeTuple> entries, RecordComponent[] components) {
        var known = Arrays.stream(components)
                .map(each -> Scalars.kebab(each.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                problem(
                        entry.getKeyNode(),
                        "unknown key \"" + key + "\"",
                        "Known keys here: " + String.join(", ", known));
            }
        });
    }

    private @Nullable Object create(
            Node node, Class<?> type, RecordComponent[] components, List<@Nullable Object> values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            // A record may refuse values that do not go together, and says so in its exception
            return problem(node, reasonOf(e), "Correct the values of this block");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private static String reasonOf(InvocationTargetException e) {
        var cause = e.getCause();
        return cause == null ? "the values do not go together" : String.valueOf(cause.getMessage());
    }

    private @Nullable Map<String, NodeTuple> entries(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "a mapping is expected", "Write \"key: value\" lines");
            return null;
        }
        var entries = new LinkedHashMap<String, NodeTuple>();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "a key is not a plain text", "Write a plain key");
            } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
                problem(key, "key \"" + key.getValue() + "\" stands twice", "Remove one of the two");
            }
        }
        return entries;
    }

    private @Nullable Object problem(Node node, String what, String remedy) {
        problems.add(new Problem(file, YamlText.lineOf(node), what, remedy));
        return null;
    }
}
