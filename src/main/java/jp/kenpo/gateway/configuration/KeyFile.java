package jp.kenpo.gateway.configuration;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A file with one Tink keyset, readable by its owner only (mode 600). */
public final class KeyFile {

    private static final Configuration KINDS = TinkConfig2026.get();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private KeyFile() {}

    /**
     * Opens the key file, or makes it when it does not exist and {@code mayCreate} holds.
     *
     * <p>A new file is on the disk when this returns. Two processes that start together get the same key.
     *
     * @param parameters kind of key that a new file gets
     * @throws ConfigurationRejectedException if the file is missing and may not be created, can't be read as a
     *     keyset, or is readable by others than its owner
     */
    public static KeysetHandle open(Path file, Parameters parameters, boolean mayCreate) {
        try {
            if (Files.notExists(file)) {
                if (!mayCreate) {
                    throw rejected(file, "the key file does not exist", "Put the key file of this installation there");
                }
                create(file, parameters);
            }
            return read(file);
        } catch (IOException | UnsupportedOperationException e) {
            // The cause may repeat what it read, which is a key: only its kind is said
            throw rejected(
                    file,
                    "the key file can't be read or written (" + e.getClass().getSimpleName() + ")",
                    "Check that folder and file belong to the gateway's user");
        } catch (GeneralSecurityException e) {
            throw rejected(
                    file, "the file is not a keyset", "Restore the key file of this installation from its backup");
        }
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(OWNER_ONLY);
        if (!others.isEmpty()) {
            throw rejected(
                    file,
                    "the key file is open to others than its owner (" + PosixFilePermissions.toString(others) + ")",
                    "Run chmod 600 on it, and replace the key if somebody may have read it");
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), KINDS, InsecureSecretKeyAccess.get());
    }

    private static void create(Path file, Parameters parameters) throws IOException, GeneralSecurityException {
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw rejected(file, "the key file has no folder", "Name a file in a folder");
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        var keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters, KINDS), KINDS, InsecureSecretKeyAccess.get());
        var draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, keyset);
            // A link, and not a move: a move would replace the key that another process has just made and used
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process was faster; its key counts
        } finally {
            Files.deleteIfExists(draft);
        }
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void write(Path draft, String keyset) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            var bytes = ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static ConfigurationRejectedException rejected(Path file, String what, String remedy) {
        return new ConfigurationRejectedException(
                List.of(new Problem(ConfigurationFile.nameOf(file), 0, what, remedy)));
    }
}
