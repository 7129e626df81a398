package jp.kenpo.gateway.payload;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Predicate;

/**
 * Encrypted files under one folder (AES-256-GCM in segments of 64 KB, a key for each file). Thread-safe.
 *
 * <p>A ticket is handed out when the bytes and their name are on the disk, so that a record made afterwards never
 * points at nothing. Memory does not depend on the size of a payload.
 */
public final class PayloadStore {

    private static final int BUFFER = 64 * 1024;

    private final Folder folder;
    private final PayloadKeys keys;

    /**
     * Opens the store; makes the folder when it does not exist.
     *
     * @param installationKey an AEAD key, with which the key of each payload is encrypted
     * @throws IllegalArgumentException if it is a key of another kind
     * @throws UncheckedIOException if the folder can't be written to
     */
    public PayloadStore(Path folder, KeysetHandle installationKey) {
        this.keys = new PayloadKeys(installationKey);
        try {
            this.folder = new Folder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the payload store can't write to its folder", e);
        }
    }

    /**
     * Keeps a stream: read once, hashed, encrypted, written, synced.
     *
     * @param limit largest accepted number of bytes
     * @throws PayloadTooLargeException if the stream is longer; nothing remains
     * @throws IOException if the source can't be read or the store can't be written; nothing remains
     */
    public Ticket keep(InputStream in, long limit) throws IOException {
        try (Draft draft = draft()) {
            copy(in, draft.stream(), limit);
            return draft.seal();
        }
    }

    private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = limit;
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            left -= length;
            if (left < 0) {
                throw new PayloadTooLargeException(limit);
            }
            out.write(buffer, 0, length);
        }
    }

    /** Writes a payload that the gateway makes itself; {@link Draft#seal()} makes it durable. */
    public Draft draft() throws IOException {
        return new EncryptedDraft(folder, keys);
    }

    /** A payload that is being written. Closing it unsealed leaves nothing. Not thread-safe. */
    public abstract static class Draft implements AutoCloseable {
        /** Returns the stream to write to; closing it does no harm. */
        public abstract OutputStream stream();

        /** Encrypts the rest, syncs, and returns the ticket. */
        public abstract Ticket seal() throws IOException;

        @Override
        public abstract void close() throws IOException;
    }

    /**
     * Opens a payload for one reading from its start. A change further on in the file is met when it is read: the
     * stream then throws {@link PayloadNotReadableException}, and never ends early.
     *
     * @throws PayloadNotReadableException if the file is missing or was changed, or the key does not open it
     */
    public InputStream open(Ticket ticket) throws IOException {
        try {
            InputStream file = Files.newInputStream(folder.find(ticket.payloadId()));
            try {
                return new ReadAhead(new DecryptingStream(decrypting(file, ticket), ticket));
            } catch (GeneralSecurityException | IOException e) {
                file.close();
                throw e;
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new PayloadNotReadableException(ticket.payloadId(), e);
        }
    }

    private InputStream decrypting(InputStream file, Ticket ticket) throws GeneralSecurityException, IOException {
        return keys.unwrap(ticket.payloadId(), ticket.wrappedKey())
                .newDecryptingStream(file, PayloadKeys.boundTo(ticket.payloadId()));
    }

    /** Removes a payload that was never recorded, or whose bytes are kept under another ticket. */
    public void discard(Ticket ticket) throws IOException {
        Files.deleteIfExists(folder.find(ticket.payloadId()));
    }

    /**
     * Removes files that nobody knows: what a crash left before it was recorded. What is younger than this object
     * stays, because it may not be recorded yet; so only the process that takes files in may sweep.
     *
     * @param known tells whether a payload id is recorded
     * @return how many files were removed
     */
    public int sweep(Predicate<String> known) throws IOException {
        return folder.sweep(known);
    }
}
