package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Takes the events of the parser: keeps the limits, keeps the texts for the My Number guard, collects what the schema
 * objects to, and hands the elements on.
 *
 * <p>The messages of the parser quote values; only the code of a breach is taken from them.
 */
final class XmlEvents extends DefaultHandler2 {

    static final int DEEPEST = 64;
    static final int MOST_ATTRIBUTES = 64;
    static final int LONGEST_VALUE = 4_096;

    /** The parsing ends here: a limit, or another root element. */
    static final class StoppedException extends SAXException {

        private static final long serialVersionUID = 1L;

        private final ArchiveRule rule;

        StoppedException(ArchiveRule rule) {
            super(rule.id());
            this.rule = rule;
        }

        ArchiveRule rule() {
            return rule;
        }
    }

    /** @param element name of the element, which may be anything */
    record Breach(int line, String element, String code) {}

    private final XmlKind kind;
    private final ElementSink sink;
    private final ElementPath path = new ElementPath();
    private final StringBuilder text = new StringBuilder();
    private final XmlTexts texts = new XmlTexts();
    private final List<Breach> breaches = new ArrayList<>();
    private @Nullable Locator locator;
    private @Nullable Breach pending;

    XmlEvents(XmlKind kind, ElementSink sink) {
        this.kind = kind;
        this.sink = sink;
    }

    /** Returns what the schema objects to: one breach an element and event, the first. */
    List<Breach> breaches() {
        return breaches;
    }

    /** Returns the texts that the My Number guard has to see. */
    XmlTexts texts() {
        return texts;
    }

    boolean begun() {
        return path.depth() > 0;
    }

    int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        flush();
        if (path.depth() == 0 && !kind.isRoot(namespace, name)) {
            throw new StoppedException(ArchiveRule.OTHER_ROOT);
        }
        assign(name);
        path.enter(name);
        limits(attributes);
        texts.see(path, attributes, line());
        sink.begin(path, attributes, line());
    }

    private void limits(Attributes attributes) throws StoppedException {
        boolean fits = path.depth() <= DEEPEST && attributes.getLength() <= MOST_ATTRIBUTES;
        for (int i = 0; fits && i < attributes.getLength(); i++) {
            fits = attributes.getValue(i).length() <= LONGEST_VALUE;
        }
        if (!fits) {
            throw new StoppedException(ArchiveRule.XML_LIMITS);
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    /** What is said in a comment is no content, but it would leave with the file. */
    @Override
    public void comment(char[] chars, int start, int length) {
        texts.see(path, new String(chars, start, length), line());
    }

    @Override
    public void processingInstruction(String target, String instruction) {
        texts.see(path, instruction, line());
        sink.instruction(instruction, line());
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        flush();
        assign(name);
        sink.end(path);
        path.leave();
    }

    private void flush() {
        int begin = 0;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin < text.length()) {
            String found = text.toString().strip();
            texts.see(path, found, line());
            sink.text(path, found, line());
        }
        text.setLength(0);
    }

    /** The schema is asked before the element is reported here, so a breach belongs to the next event. */
    @Override
    public void error(SAXParseException breach) {
        if (pending == null) {
            pending = new Breach(breach.getLineNumber(), "", code(breach.getMessage()));
        }
    }

    private static String code(@Nullable String message) {
        int colon = message == null ? -1 : message.indexOf(':');
        String code = message == null || colon < 0 ? "" : message.substring(0, colon);
        return code.matches("cvc-[a-z0-9.-]{1,40}|[a-z.-]{0,40}") ? code : "";
    }

    private void assign(String element) {
        if (pending != null && breaches.size() < 1_000) {
            breaches.add(new Breach(pending.line(), element, pending.code()));
        }
        pending = null;
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }
}
