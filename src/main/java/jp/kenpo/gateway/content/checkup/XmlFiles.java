package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

    /** Within as many signs the namespace is declared. */
    private static final int HEAD = 2_000;

    private record Parsing(XmlKind kind, boolean old) {}

    private record Unreadable(ArchiveRule rule, int line) {}

    /** A document that was read, and what the schema objects to. */
    record ParsedDocument(DocumentSink sink, XmlEvents events) {}

    private final SchemaSet schemas;
    private final MyNumberGuard guard;
    private final CheckupFindings findings;
    private final XmlText text = new XmlText();
    private final Map<XmlKind, DocumentReading> readings = new EnumMap<>(XmlKind.class);
    private final Map<Parsing, XMLReader> parsers = new HashMap<>();
    private final Set<Parsing> unchecked = new HashSet<>();

    XmlFiles(SchemaSet schemas, MyNumberGuard guard, CheckupFindings findings) {
        this.schemas = schemas;
        this.guard = guard;
        this.findings = findings;
    }

    /**
     * Parses an index, summary or settlement file. What makes it unreadable is a finding at once; what the schema
     * objects to is returned.
     *
     * @param label of the file, as findings name it
     * @return what happened; null if the file can't be read as this kind
     */
    @Nullable
    XmlEvents parse(XmlKind kind, byte[] bytes, int length, @Nullable String label, ElementSink sink)
            throws IOException {
        String whole = text(bytes, length);
        return whole == null ? null : parse(kind, whole, label, sink);
    }

    /** Reads a document, as {@link #parse} does; what is known of it from others is taken as it was there. */
    @Nullable
    ParsedDocument document(XmlKind kind, byte[] bytes, int length, @Nullable String label) throws IOException {
        DocumentReading begun = readings.get(kind);
        ParsedDocument known = begun == null ? null : begun.known(bytes, length);
        if (known != null) {
            return known;
        }
        String whole = text(bytes, length);
        if (whole == null) {
            return null;
        }
        // the namespace before 2021 is never mixed with the present one, wherever it is named
        ParsedDocument learnt = whole.contains(XmlKind.OLD_EXCHANGE) ? null : learn(kind, bytes, length);
        if (learnt == null) {
            return alone(kind, whole, label);
        }
        learnt.events().texts().show(guard, label);
        return learnt;
    }

    private @Nullable ParsedDocument learn(XmlKind kind, byte[] bytes, int length) throws IOException {
        DocumentReading reading = reading(kind);
        ParsedDocument learnt = reading.learn(bytes, length);
        if (learnt != null && reading.isUnchecked()) {
            unchecked.add(new Parsing(kind, false));
        }
        return learnt;
    }

    /** Reads a document as {@link #document} does, and takes nothing from others. */
    @Nullable
    ParsedDocument alone(XmlKind kind, byte[] bytes, int length, @Nullable String label) throws IOException {
        String whole = text(bytes, length);
        return whole == null ? null : alone(kind, whole, label);
    }

    private @Nullable ParsedDocument alone(XmlKind kind, String whole, @Nullable String label) throws IOException {
        var sink = new DocumentSink();
        XmlEvents events = parse(kind, whole, label, sink);
        return events == null ? null : new ParsedDocument(sink, events);
    }

    /** Returns whether a document would not be parsed, as it is known from others. */
    boolean isKnown(XmlKind kind, byte[] bytes, int length) {
        DocumentReading begun = readings.get(kind);
        return begun != null && begun.known(bytes, length) != null;
    }

    private DocumentReading reading(XmlKind kind) throws IOException {
        DocumentReading reading = readings.get(kind);
        if (reading == null) {
            Schema schema = schemas.of(kind, false).orElse(null);
            reading = new DocumentReading(kind, schema, schema == null ? null : schemas.freedom());
            readings.put(kind, reading);
        }
        return reading;
    }

    private @Nullable String text(byte[] bytes, int length) {
        if (text.take(bytes, length)) {
            return text.text();
        }
        add(ArchiveRule.NOT_UTF8, 0);
        return null;
    }

    private @Nullable XmlEvents parse(XmlKind kind, String whole, @Nullable String label, ElementSink sink)
            throws IOException {
        var events = new XmlEvents(kind, sink);
        Unreadable unreadable = run(parsing(kind, whole), whole, events);
        events.texts().show(guard, label);
        if (unreadable == null) {
            return events;
        }
        switch (unreadable.rule()) {
            case OTHER_ROOT -> add(unreadable.rule(), unreadable.line(), kind.root());
            case XML_LIMITS ->
                add(
                        unreadable.rule(),
                        unreadable.line(),
                        XmlEvents.DEEPEST,
                        XmlEvents.MOST_ATTRIBUTES,
                        XmlEvents.LONGEST_VALUE);
            default -> add(unreadable.rule(), unreadable.line());
        }
        return null;
    }

    private static Parsing parsing(XmlKind kind, String whole) {
        String head = whole.substring(0, Math.min(HEAD, whole.length()));
        return new Parsing(kind, head.contains(XmlKind.OLD_EXCHANGE));
    }

    /** Returns why a text can't be read; null if it was. */
    private @Nullable Unreadable run(Parsing parsing, String whole, XmlEvents events) throws IOException {
        try {
            XMLReader parser = parser(parsing);
            parser.setContentHandler(events);
            parser.setErrorHandler(events);
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", events);
            parser.parse(new InputSource(new StringReader(whole)));
            return null;
        } catch (SAXException stopped) {
            // a parser that stopped in the middle is not used again
            parsers.remove(parsing);
            return unreadable(stopped, whole, events);
        }
    }

    private static Unreadable unreadable(SAXException stopped, String whole, XmlEvents events) {
        if (stopped instanceof XmlEvents.StoppedException limit) {
            return new Unreadable(limit.rule(), events.line());
        } else if (stopped instanceof SAXParseException broken) {
            boolean doctype = !events.begun() && whole.contains("<!DOCTYPE");
            return new Unreadable(
                    doctype ? ArchiveRule.DOCTYPE : ArchiveRule.NOT_WELL_FORMED, Math.max(0, broken.getLineNumber()));
        }
        // on some damaged documents the parser loses its own way, and has no line for it
        return new Unreadable(ArchiveRule.NOT_WELL_FORMED, events.line());
    }

    private void add(ArchiveRule rule, int line, Object... arguments) {
        findings.add(rule.severity(), rule.id(), line, null, arguments);
    }

    private XMLReader parser(Parsing parsing) throws IOException {
        XMLReader known = parsers.get(parsing);
        if (known != null) {
            return known;
        }
        var schema = schemas.of(parsing.kind(), parsing.old());
        if (schema.isEmpty()) {
            unchecked.add(parsing);
        }
        XMLReader parser = XmlParsers.parser(schema.orElse(null));
        parsers.put(parsing, parser);
        return parser;
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
