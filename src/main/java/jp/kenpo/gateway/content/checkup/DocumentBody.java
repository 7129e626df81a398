package jp.kenpo.gateway.content.checkup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.xml.sax.Attributes;

/** Gathers the sections and observations of one document. */
final class DocumentBody {

    /** Code system of the signs H and L, which stand before a value beyond what can be measured. */
    private static final String LIMITS = "2.16.840.1.113883.5.83";

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final List<Observed> observed = new ArrayList<>(64);
    private final Deque<ObservationParts> open = new ArrayDeque<>();
    private final List<Text> sections = new ArrayList<>();
    private String section = "";

    /** Takes an element below {@code component}. */
    void begin(ElementPath path, Attributes attributes, int line) {
        String name = path.name();
        String parent = path.above(1);
        if (name.equals("observation")) {
            boolean notDone = "true".equals(attributes.getValue("negationInd"));
            var parts = new ObservationParts(observed.size(), section, line, notDone);
            open.push(parts);
            // keeps its place before what stands within it
            observed.add(parts.observed());
        } else if (parent.equals("section") && name.equals("code")) {
            section = Objects.requireNonNullElse(attributes.getValue("code"), "");
            sections.add(new Text(section, line));
        } else if (parent.equals("observation") && !open.isEmpty()) {
            part(name, attributes);
        }
    }

    private void part(String name, Attributes attributes) {
        ObservationParts parts = open.getFirst();
        switch (name) {
            case "code" -> parts.code(attributes.getValue("code"));
            case "value" -> value(parts, attributes);
            case "methodCode" -> parts.method(attributes.getValue("code"));
            default -> {}
        }
    }

    private void value(ObservationParts parts, Attributes attributes) {
        String type = attributes.getValue(INSTANCE, "type");
        String plain = type == null ? null : type.substring(type.indexOf(':') + 1);
        String system = attributes.getValue("codeSystem");
        if (LIMITS.equals(system)) {
            parts.limit(attributes.getValue("code"));
            return;
        }
        if (parts.hasValue()) {
            // a second value is an observation of its own, so that it is seen
            observed.add(parts.observed());
        }
        boolean coded = "CD".equals(plain) || "CO".equals(plain);
        parts.value(plain, attributes.getValue(coded ? "code" : "value"));
        parts.unit(attributes.getValue("unit"), system);
        parts.notMeasurable("NI".equals(attributes.getValue("nullFlavor")));
    }

    void text(ElementPath path, String text) {
        if (open.isEmpty()) {
            return;
        }
        if (path.endsWith("observation", "value")) {
            open.getFirst().text(text);
        } else if (path.endsWith("author", "assignedAuthor", "assignedPerson", "name")) {
            open.getFirst().doctor(text);
        }
    }

    void end(ElementPath path) {
        if (path.name().equals("observation") && !open.isEmpty()) {
            ObservationParts parts = open.pop();
            observed.set(parts.slot(), parts.observed());
        }
    }

    /** Takes an observation of an entry that was not parsed. */
    void known(Observed one) {
        observed.add(one);
    }

    /** Returns the code of the section that was begun last; empty if none was. */
    String section() {
        return section;
    }

    /** Returns the observations in the order in which they begin; a series before its members. */
    List<Observed> observations() {
        return List.copyOf(observed);
    }

    /** Returns the codes of the sections. */
    List<Text> sections() {
        return sections;
    }
}
