package jp.kenpo.gateway.content.checkup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The simple types of a set of schemas, as far as they are of forms that can be followed without a schema processor. Once
 * the schemas were read nothing changes, and any thread may ask.
 */
final class SimpleTypes {

    /**
     * Patterns that mean the same in schemas and in Java: letters, digits, groups, alternatives, plain classes without
     * subtraction or others in them, and one quantifier at a place.
     */
    private static final Pattern PLAIN_PATTERN = Pattern.compile("(?:[0-9A-Za-z-]|\\\\[.+-]|\\((?!\\?)|[)|]"
            + "|\\[(?:[0-9A-Za-z]-[0-9A-Za-z]|[0-9A-Za-z+]|\\\\[.+-])+\\]"
            + "|(?:[+*?]|\\{[0-9]{1,3}(?:,[0-9]{0,3})?\\})(?![+*?{]))+");

    private static final int DEEPEST = 20;

    private static final class Simple {
        private boolean standard;
        private @Nullable String base;
        private @Nullable FreeText pattern;
        private boolean understood = true;
    }

    private final Map<String, Simple> types = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private @Nullable Simple open;
    private int nested;
    private String openName = "";
    private final Map<String, List<String>> unions = new HashMap<>();
    private final Set<String> restricted = new HashSet<>();
    private final Set<String> restrictedMembers = new HashSet<>();
    private int restrictions;
    private boolean unionRestricted;

    void prefix(String prefix, String uri) {
        prefixes.put(prefix, uri);
    }

    /** Takes the begin of an element of a schema. */
    void begin(String element, Attributes attributes) {
        Simple type = open;
        restriction(element, attributes);
        if (element.equals("simpleType")) {
            simpleType(attributes.getValue("name"));
        } else if (type != null) {
            inside(type, element, attributes);
        }
    }

    private void restriction(String element, Attributes attributes) {
        if (element.equals("restriction")) {
            restrictions++;
            String base = attributes.getValue("base");
            if (base != null) {
                restricted.add(local(base));
            }
        } else if (element.equals("union")) {
            unionRestricted |= restrictions > 0;
            unions.computeIfAbsent(openName, none -> new ArrayList<>()).addAll(members(attributes));
        }
    }

    private static List<String> members(Attributes attributes) {
        String names = attributes.getValue("memberTypes");
        return names == null
                ? List.of()
                : Stream.of(names.strip().split("\\s+", -1))
                        .map(SimpleTypes::local)
                        .toList();
    }

    /** Says that all schemas were read. */
    void ended() {
        Deque<String> asked = new ArrayDeque<>(restricted);
        for (String each = asked.poll(); each != null; each = asked.poll()) {
            unions.getOrDefault(each, List.of()).stream()
                    .filter(restrictedMembers::add)
                    .forEach(asked::add);
        }
    }

    /** Whether values of a type may be values of a union that is restricted somewhere, which the type does not tell. */
    private boolean mayBeRestricted(String name) {
        return unionRestricted || restrictedMembers.contains(name);
    }

    /** Returns a name without its prefix. */
    static String local(String name) {
        return name.substring(name.indexOf(':') + 1).strip();
    }

    private void simpleType(@Nullable String name) {
        openName = open == null && name != null ? name : openName;
        Simple outer = open;
        if (outer != null) {
            outer.understood = false;
            nested++;
        } else if (name != null) {
            Simple type = new Simple();
            open = type;
            Simple other = types.putIfAbsent(name, type);
            if (other != null) {
                // two of one name: which is meant can't be told by it
                other.understood = false;
            }
        }
    }

    private void inside(Simple type, String element, Attributes attributes) {
        String value = attributes.getValue("value");
        switch (element) {
            case "restriction" -> base(type, attributes.getValue("base"));
            // what the first of them allows, all of them together allow
            case "union" -> base(type, attributes.getValue("memberTypes"));
            case "pattern" -> pattern(type, value);
            case "minLength" -> type.understood &= "1".equals(value) || "0".equals(value);
            case "annotation", "documentation", "appinfo" -> {}
            default -> type.understood = false;
        }
    }

    private void base(Simple type, @Nullable String names) {
        if (names == null || type.base != null) {
            type.understood = false;
            return;
        }
        String name = names.strip().split("\\s+", 2)[0];
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        type.base = name.substring(colon + 1);
        type.standard = XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(prefixes.get(prefix));
    }

    private static void pattern(Simple type, @Nullable String pattern) {
        if (pattern == null
                || type.pattern != null
                || !PLAIN_PATTERN.matcher(pattern).matches()) {
            type.understood = false;
            return;
        }
        try {
            type.pattern = FreeText.matching(pattern);
        } catch (PatternSyntaxException other) {
            type.understood = false;
        }
    }

    /** Takes the end of an element of a schema. */
    void end(String element) {
        restrictions -= element.equals("restriction") ? 1 : 0;
        if (element.equals("simpleType")) {
            if (nested > 0) {
                nested--;
            } else {
                open = null;
            }
        }
    }

    /**
     * Returns which texts a type allows; null if that is not known. Of a value of a union only that one
     * of its types is told that the value has.
     */
    @Nullable
    FreeText freedom(@Nullable String namespace, String name) {
        if (mayBeRestricted(name)) {
            return null;
        }
        return freedom(XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(namespace), name, 0);
    }

    private @Nullable FreeText freedom(boolean standard, String name, int depth) {
        if (standard) {
            return switch (name) {
                case "string" -> FreeText.ANY;
                case "decimal", "double" -> FreeText.FIGURE;
                default -> null;
            };
        }
        Simple type = types.get(name);
        if (type == null || !type.understood || type.base == null || depth == DEEPEST) {
            return null;
        }
        FreeText base = freedom(type.standard, type.base, depth + 1);
        if (type.pattern == null || base == null) {
            return base;
        }
        return base.equals(FreeText.ANY) ? type.pattern : null;
    }
}
