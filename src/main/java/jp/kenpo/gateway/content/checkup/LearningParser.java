package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.validation.Schema;
import javax.xml.validation.TypeInfoProvider;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Parses and validates a document, and tells which types the schema gives to what stands in it. */
final class LearningParser {

    private final XMLReader reader;
    private final @Nullable ValidatorHandler validator;
    private final @Nullable SchemaFreedom freedom;
    private final Map<RecordedSink.Type, Boolean> referring = new HashMap<>();

    /**
     * @param reader which validates nothing
     * @param schema null if there is none
     * @param freedom what the schema leaves free; null if there is none
     */
    LearningParser(XMLReader reader, @Nullable Schema schema, @Nullable SchemaFreedom freedom) {
        this.freedom = freedom;
        this.reader = reader;
        this.validator = schema == null ? null : schema.newValidatorHandler();
    }

    /** Returns what takes a document as it is parsed. */
    RecordedSink sink(ShortenedDocument document) {
        TypeInfoProvider types = validator == null ? null : validator.getTypeInfoProvider();
        return new RecordedSink(document, types, freedom, referring);
    }

    /** Returns false if the document can't be read; then this parser is not used again. */
    boolean parse(String text, XmlEvents events) throws IOException {
        try {
            if (validator == null) {
                reader.setContentHandler(events);
            } else {
                validator.setContentHandler(events);
                validator.setErrorHandler(events);
                reader.setContentHandler(validator);
            }
            reader.setErrorHandler(events);
            reader.parse(new InputSource(new StringReader(text)));
            return true;
        } catch (SAXException unreadable) {
            return false;
        }
    }
}
