package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Notes that a file is about to get its final name, kept where no counterparty sees them.
 *
 * <p>The counterparty may fetch and remove a file the moment it appears, and a crash or a broken connection may follow.
 * So that it never appears twice, the note lies on the disk before the rename: where it lies and the file under its
 * temporary name does not, the file was given.
 */
public final class GivenNotes {

    private final Path folder;

    /** @param folder outside of every home; made when it is needed */
    public GivenNotes(Path folder) {
        this.folder = folder;
    }

    /** Returns whether the file is, or was about to be, under its final name. */
    public boolean has(String key) {
        return Files.exists(note(key));
    }

    /** Writes the note; it is on the disk when this returns. Does nothing if it is there. */
    public void write(String key) throws IOException {
        if (!has(key)) {
            Files.createDirectories(folder);
            Files.createFile(note(key));
            sync(folder);
        }
    }

    /** Removes the note of a delivery that stands in the ledger. A power cut may bring it back; nobody asks for it again. */
    public void drop(String key) throws IOException {
        Files.deleteIfExists(note(key));
    }

    /** Removes the note of a file that was certainly not given; it is gone from the disk when this returns. */
    public void forget(String key) throws IOException {
        if (Files.deleteIfExists(note(key))) {
            sync(folder);
        }
    }

    private Path note(String key) {
        return folder.resolve(key + ".given");
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
