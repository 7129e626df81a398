package jp.kenpo.gateway.sandbox.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Keys and passwords of the sandbox, made once and kept in files that only the owner may read.
 *
 * <p>Key pairs are ECDSA over nistp256 in OpenSSH's format: OpenSSH, JSch and Apache MINA SSHD all read them.
 */
public final class KeyFiles {

    private static final int BITS = 256;
    private static final int PASSWORD_BYTES = 18;

    private KeyFiles() {}

    /**
     * Reads a key pair, or makes it with its {@code .pub} beside it if there is none.
     *
     * @param comment what the public key says about its owner
     * @throws IOException if the file can't be read or written, or is no key
     */
    public static KeyPair keyPair(Path file, String comment) throws IOException {
        try {
            if (!Files.exists(file)) {
                write(KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, BITS), file, comment);
            }
            return read(file);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(file + " can't be used as a key; remove it to have a new one made", unusable);
        }
    }

    /**
     * Reads a password, or makes a random one if there is none.
     *
     * @throws IOException if the file can't be read or written
     */
    public static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            writePrivately(
                    file, out -> out.write(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
        }
        return Files.readString(file).strip();
    }

    /** The public key as one line of OpenSSH's format, without comment. */
    static String publicLine(KeyPair keys) {
        return AuthorizedKeyEntry.toString(keys.getPublic());
    }

    private static void write(KeyPair keys, Path file, String comment) throws IOException {
        writePrivately(file, out -> OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(keys, comment, null, out));
        Files.writeString(file.resolveSibling(file.getFileName() + ".pub"), publicLine(keys) + " " + comment + "\n");
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY);
            if (pairs == null || !pairs.iterator().hasNext()) {
                throw new GeneralSecurityException("no key pair in it");
            }
            return pairs.iterator().next();
        }
    }

    /** Nobody else can open the file at any moment, and nobody sees half of it. */
    private static void writePrivately(Path file, Content content) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(file + " can't be written as a key", unusable);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }
}
