package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The official schemas that the installation brought, each loaded once when it is first needed. Thread-safe.
 *
 * <p>A schema includes others by relative paths; they are answered from the same folder and its {@code coreschemas/}
 * alone. The copies that travel in archives are never read.
 */
final class SchemaSet {

    private static final Pattern NAME = Pattern.compile("name=\"([A-Za-z]+)\"");

    private final Path folder;
    private final ConcurrentMap<Path, Schema> loaded = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> names;
    private volatile @Nullable SchemaFreedom freedom;

    /** @param folder may not exist; its folder {@code old} holds the set of the namespace before 2021 */
    SchemaSet(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the schema of a kind of file; empty if it is not there.
     *
     * @throws IOException if it is there and can't be read, or is no schema
     */
    Optional<Schema> of(XmlKind kind, boolean old) throws IOException {
        Path file = (old ? folder.resolve("old") : folder).resolve(kind.schema());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(loaded.computeIfAbsent(file, SchemaSet::load));
        } catch (UncheckedIOException unreadable) {
            throw new IOException("schema " + kind.schema() + " can't be loaded", unreadable);
        }
    }

    /** Returns the names that the schemas of the folder give to elements and types; a file may be told to use them. */
    Set<String> names() throws IOException {
        Set<String> known = names;
        if (known == null) {
            known = Files.isDirectory(folder) ? namesIn(folder) : Set.of();
            names = known;
        }
        return known;
    }

    /** Returns what the schemas of the folder leave free. */
    SchemaFreedom freedom() {
        SchemaFreedom known = freedom;
        if (known == null) {
            known = SchemaFreedom.of(folder);
            freedom = known;
        }
        return known;
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        Set<String> found = new HashSet<>();
        try (var files = Files.newDirectoryStream(folder, "*.xsd")) {
            for (Path file : files) {
                var matches = NAME.matcher(text(file));
                while (matches.find()) {
                    found.add(matches.group(1));
                }
            }
        }
        return Set.copyOf(found);
    }

    /** A file that can't be read may be one that nothing uses; it gives no names. They are ASCII in any encoding of ours. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Schema load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // the resolver answers or throws, so nothing else is opened by this
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(new IncludedSchemas(file.resolveSibling("")));
            return factory.newSchema(new StreamSource(in, file.toUri().toString()));
        } catch (SAXException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
