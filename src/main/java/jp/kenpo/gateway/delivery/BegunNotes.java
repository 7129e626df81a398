package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Notes under which temporary name a file was begun at a counterparty, so that what a broken delivery left there can be
 * removed even if it is never sent. A power cut may lose one: then the counterparty has to remove the file.
 */
public final class BegunNotes {

    private static final String ENDING = ".begun";
    private static final String UNWRITTEN = ".begins";

    private final Path folder;

    /** @param folder outside of every home; made when it is needed */
    public BegunNotes(Path folder) {
        this.folder = folder;
    }

    /**
     * Notes it, unless it is noted: a good note is not given up for one that the disk may have no room for.
     *
     * @param path of the temporary file, below the counterparty's folder; one at a time for a key
     */
    public void begin(String key, String path) throws IOException {
        if (path(key).filter(path::equals).isPresent()) {
            return;
        }
        Files.createDirectories(folder);
        Path unwritten = Files.writeString(folder.resolve(key + UNWRITTEN), path);
        Files.move(unwritten, note(key), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns under which path it was begun; empty if it was not, or a power cut left something else in the note. */
    public Optional<String> path(String key) throws IOException {
        return Files.exists(note(key)) ? pathIn(note(key)) : Optional.empty();
    }

    /** Nothing lies there under the temporary name any more. */
    public void over(String key) throws IOException {
        Files.deleteIfExists(note(key));
    }

    /** Returns the paths by the keys that are wanted; what a power cut left in place of a note is none. */
    public Map<String, String> all(Predicate<String> wanted) throws IOException {
        Map<String, String> paths = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path note : notes) {
                    String name = note.getFileName().toString();
                    String key = name.substring(0, name.length() - ENDING.length());
                    if (wanted.test(key)) {
                        pathIn(note).ifPresent(path -> paths.put(key, path));
                    }
                }
            }
        }
        return paths;
    }

    private static Optional<String> pathIn(Path note) throws IOException {
        // what a power cut left may be anything
        return Optional.of(new String(Files.readAllBytes(note), StandardCharsets.UTF_8))
                .filter(TemporaryNames::isTemporary);
    }

    private Path note(String key) {
        return folder.resolve(key + ENDING);
    }
}
