package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.xml.validation.Schema;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import org.jspecify.annotations.Nullable;

/**
 * Parses the XML files of one archive: one pass a file, validated by the official schema in the same pass where it is
 * there. No DTD is read, no entity but the five of XML, and nothing is fetched, whatever a file names.
 */
final class XmlFiles {

    /** A document that was read, and what the schema objects to. */
    record ParsedDocument(DocumentSink sink, XmlEvents events) {}

    private final SchemaSet schemas;
    private final MyNumberGuard guard;
    private final CheckupFindings findings;
    private final XmlText text = new XmlText();
    private final Map<XmlKind, DocumentReading> readings = new EnumMap<>(XmlKind.class);
    private final ArchiveParsers parsers;

    XmlFiles(SchemaSet schemas, MyNumberGuard guard, CheckupFindings findings) {
        this.schemas = schemas;
        this.parsers = new ArchiveParsers(schemas);
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
            parsers.readUnchecked(kind);
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
        ArchiveParsers.Unreadable unreadable = parsers.read(kind, whole, events);
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

    private void add(ArchiveRule rule, int line, Object... arguments) {
        findings.add(rule.severity(), rule.id(), line, null, arguments);
    }

    /** Says, once for the archive, which schemas were not there. */
    void reportUnchecked() {
        findings.begin(null);
        Set<XmlKind> kinds = parsers.unchecked();
        if (!kinds.isEmpty()) {
            var names = kinds.stream().map(XmlKind::schema).toList();
            add(ArchiveRule.SCHEMA_ABSENT, 0, String.join(", ", names));
        }
        if (parsers.uncheckedOld()) {
            add(ArchiveRule.OLD_NAMESPACE, 0);
        }
    }
}
