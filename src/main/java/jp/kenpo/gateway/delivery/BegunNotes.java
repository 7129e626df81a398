package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Notes under which temporary name a file was begun at a counterparty, so that what a broken delivery left there can be
 * removed even if it is never sent. A power cut may lose one: then the counterparty has to remove the file.
 */
public final class BegunNotes {

    private static final String ENDING = ".begun";

    private final Path folder;

    /** @param folder outside of every home; made when it is needed */
    public BegunNotes(Path folder) {
        this.folder = folder;
    }

    /** @param path of the temporary file, below the counterparty's folder */
    public void begin(String key, String path) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(note(key), path);
    }

    /** Nothing lies there under the temporary name any more. */
    public void over(String key) throws IOException {
        Files.deleteIfExists(note(key));
    }

    /** Returns the paths by the keys that are wanted. */
    public Map<String, String> all(Predicate<String> wanted) throws IOException {
        Map<String, String> paths = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path note : notes) {
                    String name = note.getFileName().toString();
                    String key = name.substring(0, name.length() - ENDING.length());
                    if (wanted.test(key)) {
                        paths.put(key, Files.readString(note, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return paths;
    }

    private Path note(String key) {
        return folder.resolve(key + ENDING);
    }
}
