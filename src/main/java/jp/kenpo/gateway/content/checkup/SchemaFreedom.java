package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a set of schemas leaves free, so that a text may be exchanged for another without asking the schema again. Read
 * from the schema files themselves; where a declaration is not of the few forms known here, nothing is free. Thread-safe.
 */
final class SchemaFreedom {

    private final SimpleTypes simples = new SimpleTypes();
    private final Set<String> mixed = new HashSet<>();
    private final Set<String> unmixed = new HashSet<>();
    private final Set<String> fixedAttributes = new HashSet<>();
    private final Set<String> fixedElements = new HashSet<>();
    private boolean repeatable = true;

    private SchemaFreedom() {}

    /**
     * Reads all schemas of a folder and its {@code coreschemas/}. If one of them can't be read, maybe one that nothing
     * uses, nothing is free and nothing is learnt; whether it can be done without is for the schema processor to say.
     */
    static SchemaFreedom of(Path folder) {
        var freedom = new SchemaFreedom();
        try {
            freedom.read(folder);
            freedom.read(folder.resolve("coreschemas"));
        } catch (SAXException | ParserConfigurationException | IOException | DirectoryIteratorException unreadable) {
            var none = new SchemaFreedom();
            none.repeatable = false;
            return none;
        }
        freedom.simples.ended();
        return freedom;
    }

    private void read(Path folder) throws IOException, SAXException, ParserConfigurationException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var parser = factory.newSAXParser();
        try (var files = Files.newDirectoryStream(folder, "*.xsd")) {
            for (Path file : files) {
                parser.parse(file.toFile(), new Declarations());
            }
        }
    }

    /**
     * Returns whether an entry that is valid at a place is valid there again: nothing outside of it refers to it, and no
     * count limits it. If not, nothing is learnt.
     */
    boolean entriesAreRepeatable() {
        return repeatable;
    }

    /**
     * Returns what may be the value of an attribute.
     *
     * @param name without namespace
     * @param type the simple type that the schema gives it where it stands
     * @return null if only what it is now is known to be right
     */
    @Nullable
    FreeText attribute(String name, @Nullable String namespace, @Nullable String type) {
        return type == null || fixedAttributes.contains(name) ? null : simples.freedom(namespace, type);
    }

    /** Returns whether text of an element, among its elements, may be any: its type is mixed and nothing is fixed. */
    boolean isTextFree(String element, @Nullable String type) {
        return type != null && mixed.contains(type) && !unmixed.contains(type) && !fixedElements.contains(element);
    }

    /** Takes the declarations of one schema file. */
    private final class Declarations extends DefaultHandler {
        private String complex = "";

        @Override
        public void startPrefixMapping(String prefix, String uri) {
            simples.prefix(prefix, uri);
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            if (!uri.equals(XMLConstants.W3C_XML_SCHEMA_NS_URI)) {
                return;
            }
            simples.begin(local, attributes);
            String name = attributes.getValue("name");
            switch (local) {
                case "complexType" -> complexType(name, "true".equals(attributes.getValue("mixed")));
                case "complexContent" -> complexContent(attributes.getValue("mixed"));
                // what the schema says of mixed is of no account there
                case "simpleContent" -> unmixed.add(complex);
                case "attribute" -> fix(fixedAttributes, attributes);
                case "element" -> element(attributes);
                case "key", "unique", "keyref", "redefine", "any" -> repeatable = false;
                default -> {}
            }
        }

        private void complexType(@Nullable String name, boolean isMixed) {
            complex = name == null ? complex : name;
            if (name != null) {
                (isMixed ? mixed : unmixed).add(name);
            }
        }

        private void complexContent(@Nullable String isMixed) {
            if (isMixed != null && !isMixed.equals("true")) {
                unmixed.add(complex);
            }
        }

        private void element(Attributes attributes) {
            fix(fixedElements, attributes);
            repeatable &= !"entry".equals(name(attributes)) || isRepeatable(attributes);
        }

        /** One must be enough, and any number allowed: the first of them is always there. */
        private static boolean isRepeatable(Attributes attributes) {
            String fewest = attributes.getValue("minOccurs");
            return "unbounded".equals(attributes.getValue("maxOccurs"))
                    && (fewest == null || fewest.equals("0") || fewest.equals("1"));
        }

        private void fix(Set<String> names, Attributes attributes) {
            String name = name(attributes);
            if (name != null && attributes.getValue("fixed") != null) {
                names.add(name);
            }
        }

        private @Nullable String name(Attributes attributes) {
            String name =
                    attributes.getValue("name") == null ? attributes.getValue("ref") : attributes.getValue("name");
            return name == null ? null : SimpleTypes.local(name);
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            if (uri.equals(XMLConstants.W3C_XML_SCHEMA_NS_URI)) {
                simples.end(local);
            }
        }
    }
}
