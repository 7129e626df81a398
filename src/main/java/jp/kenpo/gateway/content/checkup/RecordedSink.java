package jp.kenpo.gateway.content.checkup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.validation.TypeInfoProvider;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/** Hands a document on as it is parsed, and keeps what the parser said and which types the schema gives it. */
final class RecordedSink implements ElementSink {

    /** Types whose values refer to something elsewhere in the document. */
    private static final Set<String> REFERRING = Set.of("ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NOTATION");

    private static final int DERIVED = TypeInfo.DERIVATION_RESTRICTION
            | TypeInfo.DERIVATION_EXTENSION
            | TypeInfo.DERIVATION_LIST
            | TypeInfo.DERIVATION_UNION;

    enum Kind {
        BEGIN,
        TEXT,
        END
    }

    /** A type that the schema gives; both are null if it gives none. */
    record Type(@Nullable String namespace, @Nullable String name) {}

    /**
     * @param text name of an element, or a text
     * @param types of the element first, then of its attributes in their order
     */
    record Event(Kind kind, String text, @Nullable AttributesImpl attributes, List<Type> types, int line) {

        @Override
        public String toString() {
            return "Event[line " + line + "]";
        }
    }

    private final DocumentSink sink = new DocumentSink();
    private final ShortenedDocument document;
    private final @Nullable TypeInfoProvider types;
    private final @Nullable SchemaFreedom freedom;
    /** Which of the types that have a name refer; of the same schema, so kept from document to document. */
    private final Map<Type, Boolean> referring;

    private final List<Event> events = new ArrayList<>();
    /** For each element that is open, whether its text is told as it stands. */
    private final Deque<Boolean> kept = new ArrayDeque<>();

    private boolean refers;
    private boolean spaced;
    private int leftOut;

    /**
     * @param document which is parsed
     * @param types of what is just said; null if there is no schema
     * @param freedom what the schema leaves free; null if there is none
     * @param referring what was found so far of the types of the schema
     */
    RecordedSink(
            ShortenedDocument document,
            @Nullable TypeInfoProvider types,
            @Nullable SchemaFreedom freedom,
            Map<Type, Boolean> referring) {
        this.document = document;
        this.types = types;
        this.freedom = freedom;
        this.referring = referring;
    }

    @Override
    public void begin(ElementPath path, Attributes attributes, int line) {
        List<Type> found = new ArrayList<>(attributes.getLength() + 1);
        if (types != null) {
            found.add(type(types.getElementTypeInfo()));
            for (int i = 0; i < attributes.getLength(); i++) {
                found.add(type(types.getAttributeTypeInfo(i)));
                // where the schema lies is told to nobody
                spaced |= !XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i))
                        && isSpaced(attributes.getValue(i));
            }
        }
        // text among elements is never collapsed
        kept.push(freedom == null
                || (!found.isEmpty()
                        && freedom.isTextFree(path.name(), found.get(0).name())));
        events.add(new Event(Kind.BEGIN, path.name(), new AttributesImpl(attributes), found, line));
        sink.begin(path, attributes, line);
    }

    private Type type(@Nullable TypeInfo found) {
        if (found == null) {
            return new Type(null, null);
        }
        var type = new Type(found.getTypeNamespace(), found.getTypeName());
        // types without a name are called alike
        boolean named = type.name() != null && !type.name().startsWith("#");
        refers |= named ? referring.computeIfAbsent(type, none -> refers(found)) : refers(found);
        return type;
    }

    private static boolean refers(TypeInfo type) {
        for (String each : REFERRING) {
            if (each.equals(type.getTypeName())
                    || type.isDerivedFrom(XMLConstants.W3C_XML_SCHEMA_NS_URI, each, DERIVED)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void text(ElementPath path, String text, int line) {
        spaced |= !Boolean.TRUE.equals(kept.peek()) && isSpaced(text);
        events.add(new Event(Kind.TEXT, text, null, List.of(), line));
        sink.text(path, text, line);
    }

    @Override
    public void end(ElementPath path) {
        kept.poll();
        events.add(new Event(Kind.END, path.name(), null, List.of(), 0));
        sink.end(path);
    }

    @Override
    public void instruction(String instruction, int line) {
        document.observations(leftOut++, sink.body());
    }

    private static boolean isSpaced(String value) {
        boolean before = true;
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            boolean space = sign == ' ';
            if ((space && before) || sign == '\t' || sign == '\n' || sign == '\r') {
                return true;
            }
            before = space;
        }
        return before && !value.isEmpty();
    }

    /**
     * Returns whether a value holds white space that many types of the schema collapse: it is told here as it stands, and
     * collapsed where one parser validates on the way.
     */
    boolean spaced() {
        return spaced;
    }

    List<Event> events() {
        return events;
    }

    /** Returns whether a part of the document refers to another one, so that neither can be taken by itself. */
    boolean refers() {
        return refers;
    }

    DocumentSink sink() {
        return sink;
    }
}
