package jp.kenpo.gateway.content;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The official XML schemas that an installation brought. One among them that can't be read, maybe one that nothing uses,
 * changes no finding, but every document is then parsed the long way: nothing is remembered of those before it.
 */
public final class SchemaFolder {

    private SchemaFolder() {}

    /**
     * Returns the names of the schemas in the folder and its {@code coreschemas/} that can't be read as XML, or have a
     * DOCTYPE.
     *
     * @param folder may not exist
     */
    public static List<String> unreadable(Path folder) {
        List<String> names = new ArrayList<>();
        for (Path place : List.of(folder, folder.resolve("coreschemas"))) {
            if (Files.isDirectory(place)) {
                look(folder, place, names);
            }
        }
        return names.stream().sorted().toList();
    }

    private static void look(Path folder, Path place, List<String> names) {
        try (var files = Files.newDirectoryStream(place, "*.xsd")) {
            for (Path file : files) {
                if (!isReadable(file)) {
                    names.add(folder.relativize(file).toString());
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            names.add(folder.relativize(place).toString());
        }
    }

    private static boolean isReadable(Path file) {
        try {
            parser().parse(file.toFile(), new DefaultHandler());
            return true;
        } catch (SAXException | IOException unreadable) {
            return false;
        }
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java reads XML safely", impossible);
        }
    }
}
