package jp.kenpo.gateway.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What a backup holds. Its file {@code manifest.json} is written last: a backup without it is not whole.
 *
 * @param takenAt when the copy of the ledger was begun
 * @param entries entries of the ledger in the copy
 * @param databaseSha256 hash of {@code ledger/ledger.db}
 * @param headSha256 hash of {@code ledger/head}
 * @param payloads files of payloads
 * @param payloadBytes their bytes, encrypted
 * @param outside files that were there, are not in the backup, and are needed after a restore; as the configuration names
 *     them
 */
public record BackupManifest(
        Instant takenAt,
        long entries,
        String databaseSha256,
        String headSha256,
        long payloads,
        long payloadBytes,
        List<String> outside) {

    /** Backups that were made before do not name such files. */
    public BackupManifest {
        outside = outside == null ? List.of() : List.copyOf(outside);
    }

    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static BackupManifest read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CopyRefusedException(CopyRefusedException.Reason.NO_BACKUP, folder);
        }
        try {
            return JSON.readValue(Files.readString(file), BackupManifest.class);
        } catch (IOException unreadable) {
            throw new CopyRefusedException(CopyRefusedException.Reason.NO_BACKUP, folder);
        }
    }

    void write(Path folder) throws IOException {
        Path draft = folder.resolve("." + FILE);
        Files.write(draft, Json.text(this).getBytes(StandardCharsets.UTF_8));
        new FolderCopy().copyFile(draft, folder.resolve(FILE));
        Files.delete(draft);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException("every Java has SHA-256", impossible));
        }
    }
}
