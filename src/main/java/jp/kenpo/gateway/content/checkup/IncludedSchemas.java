package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Answers what a schema includes, by file name, from one folder and its {@code coreschemas/}; nothing else is opened. */
final class IncludedSchemas implements LSResourceResolver {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]+\\.xsd");

    private static final DOMImplementationLS INPUTS = inputs();

    private final Path folder;

    IncludedSchemas(Path folder) {
        this.folder = folder;
    }

    @Override
    public LSInput resolveResource(
            String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String systemId,
            @Nullable String base) {
        String place = systemId == null ? "" : systemId;
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (!FILE_NAME.matcher(name).matches()) {
            throw new UncheckedIOException(new IOException("a schema includes what is no schema file"));
        }
        Path own = folder.resolve(name);
        Path file =
                Files.isRegularFile(own) ? own : folder.resolve("coreschemas").resolve(name);
        try {
            LSInput included = INPUTS.createLSInput();
            included.setByteStream(new ByteArrayInputStream(Files.readAllBytes(file)));
            included.setSystemId(file.toUri().toString());
            return included;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DOMImplementationLS inputs() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java has a parser of XML", impossible);
        }
    }
}
