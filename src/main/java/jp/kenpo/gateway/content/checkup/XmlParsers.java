package jp.kenpo.gateway.content.checkup;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Makes parsers that read no DTD and no entity but the five of XML, and fetch nothing. */
final class XmlParsers {

    private XmlParsers() {}

    /** @param schema by which the parser validates; null if it does not */
    static XMLReader parser(@Nullable Schema schema) {
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
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the parser of the JDK knows these features", e);
        }
    }
}
