package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one kind in an archive: what earlier ones made known is not parsed again. */
final class DocumentReading {

    /** Documents in a row for which it was in vain to look for what can be learnt. */
    private static final int PATIENCE = 8;
    /** From then on one of so many is tried. */
    private static final int AGAIN = 64;

    private final XmlKind kind;
    private final @Nullable Schema schema;
    private final @Nullable SchemaFreedom freedom;
    private final KnownDocuments known;
    private final boolean learns;
    private @Nullable LearningParser parser;
    private int inVain;
    private int passed;

    /**
     * @param schema by which new documents are validated; null if there is none
     * @param freedom what the schema leaves free; null if there is none
     */
    DocumentReading(XmlKind kind, @Nullable Schema schema, @Nullable SchemaFreedom freedom) {
        this.kind = kind;
        this.schema = schema;
        this.freedom = freedom;
        this.known = new KnownDocuments(freedom);
        this.learns = freedom == null || freedom.entriesAreRepeatable();
    }

    /** Returns whether the schema is not there, so that nothing is validated. */
    boolean isUnchecked() {
        return schema == null;
    }

    /** Returns what a document says that is known as a whole; null if it must be parsed. */
    XmlFiles.@Nullable ParsedDocument known(byte[] bytes, int length) {
        DocumentSink sink = known.read(bytes, length);
        return sink == null ? null : new XmlFiles.ParsedDocument(sink, new XmlEvents(kind, sink));
    }

    /**
     * Returns what a document says that was parsed but for what is known; null if it must be read by itself. An archive
     * in which that is in vain again and again is soon left alone: such a document would be parsed twice.
     */
    XmlFiles.@Nullable ParsedDocument learn(byte[] bytes, int length) throws IOException {
        if (!learns || (inVain >= PATIENCE && ++passed % AGAIN != 0)) {
            return null;
        }
        inVain++;
        ShortenedDocument shortened = known.shorten(bytes, length);
        XmlFiles.ParsedDocument parsed = shortened == null ? null : learn(shortened);
        if (shortened != null && parsed != null && (shortened.isShorter() || !known.isFull())) {
            inVain = 0;
        }
        return parsed;
    }

    private XmlFiles.@Nullable ParsedDocument learn(ShortenedDocument shortened) throws IOException {
        LearningParser own = parser == null ? new LearningParser(XmlParsers.parser(null), schema, freedom) : parser;
        RecordedSink read = own.sink(shortened);
        var events = new XmlEvents(kind, read);
        // one that stopped in the middle is not used again
        parser = own.parse(shortened.text(), events) ? own : null;
        if (parser == null || !events.breaches().isEmpty() || read.spaced()) {
            return null;
        }
        if (!events.texts().holdNumber()) {
            known.learn(shortened, read);
        }
        return new XmlFiles.ParsedDocument(read.sink(), events);
    }
}
