package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;

/**
 * A receipt file on a disk.
 *
 * @param sha256 hash of its bytes, in hexadecimal
 */
public record SavedReceiptFile(Path path, ReceiptFile.Written written, String sha256) {

    /** As {@link #save(ReceiptFile, Path, MistakePlan, MistakeSink)}, without a mistake. */
    public static SavedReceiptFile save(ReceiptFile file, Path target) throws IOException {
        return save(file, target, MistakePlan.none(), mistake -> {});
    }

    /**
     * Writes the file under a temporary name and renames it when it is whole, so that nobody reads half of it.
     *
     * @param target where it shall lie; folders are made, a file of that name is replaced
     * @param plan which receipts get a mistake
     * @param made takes the mistakes
     * @throws IOException if the disk refuses
     */
    public static SavedReceiptFile save(ReceiptFile file, Path target, MistakePlan plan, MistakeSink made)
            throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        MessageDigest digest = newDigest();
        ReceiptFile.Written written;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
            written = file.writeTo(out, plan, made);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new SavedReceiptFile(target, written, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
