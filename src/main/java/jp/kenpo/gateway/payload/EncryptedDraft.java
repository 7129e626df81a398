package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A payload on its way to the disk: hashed and encrypted while it is written, under a temporary name until sealed. */
final class EncryptedDraft extends PayloadStore.Draft {

    private final Folder folder;
    private final String id;
    private final PayloadKeys.Key key;
    private final Path temporary;
    private final LongFile file;
    private final OutputStream encrypting;
    private final MessageDigest sha256 = sha256();
    private final WriteBehind clear = new WriteBehind(new ClearStream());
    private long size;
    private boolean sealed;

    EncryptedDraft(Folder folder, PayloadKeys keys) throws IOException {
        this.folder = folder;
        this.id = folder.newId();
        this.key = keys.fresh(id);
        this.temporary = folder.temporary(id);
        this.file = LongFile.create(temporary);
        try {
            this.encrypting = key.cipher().newEncryptingStream(new FileStream(), PayloadKeys.boundTo(id));
        } catch (GeneralSecurityException | IOException e) {
            close();
            throw new IOException("payload " + id + " can't be begun", e);
        }
    }

    @Override
    public OutputStream stream() {
        return clear;
    }

    @Override
    public Ticket seal() throws IOException {
        if (!file.isOpen()) {
            throw new IOException("payload " + id + " is sealed or closed");
        }
        clear.finish();
        encrypting.close();
        folder.publish(id, file);
        sealed = true;
        return new Ticket(id, key.wrapped(), HexFormat.of().formatHex(sha256.digest()), size);
    }

    @Override
    public void close() throws IOException {
        clear.end();
        if (!sealed) {
            try {
                file.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the clear bytes. Whoever closes it ends nothing: only {@link #seal()} does. */
    private final class ClearStream extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sha256.update(bytes, offset, length);
            encrypting.write(bytes, offset, length);
            size += length;
        }
    }

    /** Takes the encrypted bytes. Stays open when the cipher closes it, because the file is synced after that. */
    private final class FileStream extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            file.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }
    }
}
