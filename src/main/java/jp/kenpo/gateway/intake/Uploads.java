package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Knows which files of the hosted homes are whole: a file counts from the moment its writer closes it.
 *
 * <p>An upload that breaks off is never taken: while a file is being written a marker lies outside the homes, and only
 * the client's own close removes it, so that a crash of either side leaves the marker. Thread-safe.
 */
public final class Uploads {

    private final Path markers;
    private final Set<String> beingWritten = new HashSet<>();
    private final BooleanSupplier pausing;
    private final Set<String> beingTaken = new HashSet<>();

    /** @param markers folder for the markers, outside of every home */
    public Uploads(Path markers) throws IOException {
        this(markers, () -> false);
    }

    /**
     * @param markers folder for the markers, outside of every home
     * @param pausing whether nothing is taken in at the moment
     */
    public Uploads(Path markers, BooleanSupplier pausing) throws IOException {
        this.pausing = pausing;
        this.markers = Files.createDirectories(markers);
    }

    /** Returns the name under which a file of a party is known here. */
    public static String key(String party, String path) {
        return party + ":" + path;
    }

    /** @throws SftpException if no new file is written at the moment; its message is for the client */
    void requireIntake() throws SftpException {
        if (pausing.getAsBoolean()) {
            throw new SftpException(
                    SftpConstants.SSH_FX_FAILURE,
                    "no files are taken at the moment, for lack of space: try again later");
        }
    }

    /**
     * Notes that somebody opens the file for writing; false if it may not be written: it is just being taken in, or
     * another writes it. The bytes of two writers would mix, and the first to close would make a whole file of them.
     */
    boolean writing(String file) {
        synchronized (this) {
            if (beingTaken.contains(file) || !beingWritten.add(file)) {
                return false;
            }
        }
        // it waits for the disk: neither other uploads nor what is taken in wait along
        mark(file);
        return true;
    }

    /** Notes that the writer closed the file itself: it is whole. */
    synchronized void closed(String file) {
        if (beingWritten.remove(file)) {
            unmark(file);
        }
    }

    /** Notes that the writer went away without closing: the file stays unfinished. */
    synchronized void brokenOff(String file) {
        beingWritten.remove(file);
    }

    /** Something that is done to a file of a home. */
    interface Deed {
        void carryOut() throws IOException;
    }

    /**
     * Gives a whole file another name, and nobody claims one of the two meanwhile: the file that lies under a claimed
     * name goes when it is taken, whichever it is by then.
     *
     * @throws AccessDeniedException if one of them is being taken in or written, or the file was left unfinished
     */
    synchronized void rename(String from, String to, Deed deed) throws IOException {
        requireNotTaken(from);
        requireNotTaken(to);
        if (beingWritten.contains(to) || isUnfinished(from)) {
            throw new AccessDeniedException("the file is not whole: it is being written, or its upload broke off");
        }
        deed.carryOut();
        unmark(to);
    }

    /**
     * Removes a file.
     *
     * @throws AccessDeniedException if it is being taken in
     */
    synchronized void remove(String file, Deed deed) throws IOException {
        requireNotTaken(file);
        deed.carryOut();
        unmark(file);
    }

    private void requireNotTaken(String file) throws AccessDeniedException {
        if (beingTaken.contains(file)) {
            throw new AccessDeniedException("the file is just being taken in");
        }
    }

    private boolean isUnfinished(String file) {
        return beingWritten.contains(file) || Files.exists(marker(file));
    }

    /** Claims a whole file for intake; false if it is still being written or was left unfinished. */
    public synchronized boolean claim(String file) {
        return !isUnfinished(file) && beingTaken.add(file);
    }

    /** Gives a claimed file free again. */
    public synchronized void release(String file) {
        beingTaken.remove(file);
    }

    private void mark(String file) {
        try (FileChannel channel =
                FileChannel.open(marker(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void unmark(String file) {
        try {
            Files.deleteIfExists(marker(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name of a file is hostile data; its marker is named after a hash. */
    private Path marker(String file) {
        return markers.resolve(
                UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
