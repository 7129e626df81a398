package jp.kenpo.gateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a program does that reads each document of an archive into a tree: a builder a document, as documents come one by
 * one, and either nothing checked or the schema set on the factory, for a program that must know that the document is
 * valid.
 */
final class DomParse {

    private final DocumentBuilderFactory factory;
    private final CountedBreaches breaches = new CountedBreaches();

    private DomParse(@Nullable Schema schema) throws ParserConfigurationException {
        factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setSchema(schema);
    }

    /** Parses without checking anything. */
    static DomParse plain() throws ParserConfigurationException {
        return new DomParse(null);
    }

    /**
     * Parses and validates.
     *
     * @param schema compiled once, here
     */
    static DomParse validating(Path schema) throws ParserConfigurationException, SAXException {
        var schemas = SchemaFactory.newDefaultInstance();
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        return new DomParse(schemas.newSchema(schema.toFile()));
    }

    /** Returns the number of elements under the roots of all results of checkups, and of what the schema has against them. */
    long of(byte[] archive) throws IOException, ParserConfigurationException, SAXException {
        long elements = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("/DATA/") && entry.getName().endsWith(".xml")) {
                    elements += elements(zip.readAllBytes());
                }
            }
        }
        return elements + breaches.count;
    }

    private long elements(byte[] document) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(breaches);
        return builder.parse(new ByteArrayInputStream(document))
                .getElementsByTagName("*")
                .getLength();
    }

    /** The messages would quote values. */
    private static final class CountedBreaches extends DefaultHandler {
        private long count;

        @Override
        public void error(SAXParseException breach) {
            count++;
        }
    }
}
