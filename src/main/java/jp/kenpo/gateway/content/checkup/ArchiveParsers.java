package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * The parsers of one archive: one for each kind of file, in today's namespace or the old one, with the official schema
 * where it is there. A parser is reused from file to file.
 */
final class ArchiveParsers {

    /** Within as many signs the namespace is declared. */
    private static final int HEAD = 2_000;

    private record Parsing(XmlKind kind, boolean old) {}

    /** Why a text can't be read, and where. */
    record Unreadable(ArchiveRule rule, int line) {}

    private final SchemaSet schemas;
    private final Map<Parsing, XMLReader> parsers = new HashMap<>();
    private final Set<Parsing> unchecked = new HashSet<>();

    ArchiveParsers(SchemaSet schemas) {
        this.schemas = schemas;
    }

    /** Reads a text; returns why it can't be read, null if it was. */
    @Nullable
    Unreadable read(XmlKind kind, String whole, XmlEvents events) throws IOException {
        Parsing parsing = parsing(kind, whole);
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

    private static Parsing parsing(XmlKind kind, String whole) {
        String head = whole.substring(0, Math.min(HEAD, whole.length()));
        return new Parsing(kind, head.contains(XmlKind.OLD_EXCHANGE));
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

    /** Notes that files of this kind were read elsewhere, without a schema. */
    void readUnchecked(XmlKind kind) {
        unchecked.add(new Parsing(kind, false));
    }

    /** Returns the kinds in today's namespace that were read without a schema. */
    Set<XmlKind> unchecked() {
        var kinds = EnumSet.noneOf(XmlKind.class);
        unchecked.stream().filter(each -> !each.old()).forEach(each -> kinds.add(each.kind()));
        return kinds;
    }

    /** Returns whether anything in the old namespace was read without a schema. */
    boolean uncheckedOld() {
        return unchecked.stream().anyMatch(Parsing::old);
    }
}
