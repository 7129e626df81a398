package jp.kenpo.gateway.content.checkup;

import java.io.CharArrayReader;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Parses the XML files of one archive: one pass a file, validated by the official schema in the same pass where it is
 * there. No DTD is read, no entity but the five of XML, and nothing is fetched, whatever a file names. Parsers are
 * reused from file to file.
 */
final class XmlFiles {

    private record Parsing(XmlKind kind, boolean old) {}

    private final SchemaSet schemas;
    private final MyNumberGuard guard;
    private final CheckupFindings findings;
    private final XmlText text = new XmlText();
    private final Map<Parsing, XMLReader> parsers = new HashMap<>();
    private final Set<Parsing> unchecked = new HashSet<>();

    XmlFiles(SchemaSet schemas, MyNumberGuard guard, CheckupFindings findings) {
        this.schemas = schemas;
        this.guard = guard;
        this.findings = findings;
    }

    /**
     * Parses a file. What makes it unreadable is a finding at once; what the schema objects to is returned.
     *
     * @param label of the file, as findings name it
     * @return what happened; null if the file can't be read as this kind
     */
    @Nullable
    XmlEvents parse(XmlKind kind, byte[] bytes, int length, @Nullable String label, ElementSink sink)
            throws IOException {
        if (!text.take(bytes, length)) {
            add(ArchiveRule.NOT_UTF8, 0);
            return null;
        }
        var parsing = new Parsing(kind, text.head().contains(XmlKind.OLD_EXCHANGE));
        var events = new XmlEvents(kind, sink, label, guard);
        try {
            XMLReader parser = parser(parsing);
            parser.setContentHandler(events);
            parser.setErrorHandler(events);
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", events);
            parser.parse(new InputSource(new CharArrayReader(text.chars(), text.begin(), text.end() - text.begin())));
            return events;
        } catch (XmlEvents.StoppedException stopped) {
            stopped(stopped.rule(), kind, events.line());
        } catch (SAXParseException broken) {
            boolean doctype = !events.begun() && text.contains("<!DOCTYPE");
            add(doctype ? ArchiveRule.DOCTYPE : ArchiveRule.NOT_WELL_FORMED, Math.max(0, broken.getLineNumber()));
        } catch (SAXException e) {
            throw new IOException("an XML file can't be parsed", e);
        }
        // a parser that stopped in the middle is not used again
        parsers.remove(parsing);
        return null;
    }

    private void stopped(ArchiveRule rule, XmlKind kind, int line) {
        switch (rule) {
            case OTHER_ROOT -> add(rule, line, kind.root());
            default -> add(rule, line, XmlEvents.DEEPEST, XmlEvents.MOST_ATTRIBUTES, XmlEvents.LONGEST_VALUE);
        }
    }

    private void add(ArchiveRule rule, int line, Object... arguments) {
        findings.add(rule.severity(), rule.id(), line, null, arguments);
    }

    private XMLReader parser(Parsing parsing) throws IOException, SAXException {
        XMLReader known = parsers.get(parsing);
        if (known != null) {
            return known;
        }
        var schema = schemas.of(parsing.kind(), parsing.old());
        if (schema.isEmpty()) {
            unchecked.add(parsing);
        }
        XMLReader parser = parser(schema.orElse(null));
        parsers.put(parsing, parser);
        return parser;
    }

    private static XMLReader parser(@Nullable Schema schema) throws SAXException {
        try {
            // the JDK's own: another one on the class path may not know these features
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setXIncludeAware(false);
            if (schema != null) {
                factory.setSchema(schema);
            }
            var parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser.getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of the JDK knows these features", e);
        }
    }

    /** Says, once for the archive, which schemas were not there. */
    void reportUnchecked() {
        findings.begin(null);
        var kinds = EnumSet.noneOf(XmlKind.class);
        boolean old = false;
        for (Parsing parsing : unchecked) {
            old |= parsing.old();
            if (!parsing.old()) {
                kinds.add(parsing.kind());
            }
        }
        if (!kinds.isEmpty()) {
            var names = kinds.stream().map(XmlKind::schema).toList();
            add(ArchiveRule.SCHEMA_ABSENT, 0, String.join(", ", names));
        }
        if (old) {
            add(ArchiveRule.OLD_NAMESPACE, 0);
        }
    }
}
