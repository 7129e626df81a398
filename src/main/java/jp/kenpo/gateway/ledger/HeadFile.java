package jp.kenpo.gateway.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sealed end of the chain, beside the database: it shows when the last entries were removed, or an older copy of the
 * database was put back.
 *
 * <p>Two slots of fixed length are written in turn, so that a torn write leaves the other one. A slot is a line:
 * number, seal of the entry, seal of the slot. The file may be behind the database (a crash after a commit), never
 * ahead; so a write that a power cut loses does no harm, and the disk is made to keep it on closing only.
 */
final class HeadFile implements AutoCloseable {

    private static final int SLOT = 256;
    private static final String PURPOSE = "kenpo-gateway ledger head";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final LedgerSeal seal;
    private @Nullable FileChannel channel;

    HeadFile(Path file, LedgerSeal seal) {
        this.file = file;
        this.seal = seal;
    }

    /**
     * Returns the newest end in the file; empty if the file does not exist.
     *
     * @throws LedgerBrokenException if the file holds no end that was sealed with the ledger's key
     */
    Optional<ChainEnd> read() {
        try {
            // not through the writer's channel: an interrupted reader would close it
            byte[] bytes = Files.readAllBytes(file);
            ChainEnd first = slot(bytes, 0);
            ChainEnd second = slot(bytes, 1);
            if (first == null && second == null) {
                throw new LedgerBrokenException("the head file " + file.getFileName()
                        + " holds no end of the chain that was sealed with the ledger's key");
            }
            return Optional.of(newer(first, second));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LedgerUnavailableException("the head file of the ledger can't be read", e);
        }
    }

    /** Writes the end into the older slot; does nothing when another process wrote a newer one. */
    void write(ChainEnd end) {
        try {
            FileChannel open = opened();
            byte[] bytes = slots(open);
            ChainEnd first = slot(bytes, 0);
            ChainEnd second = slot(bytes, 1);
            if (numberOf(first) < end.number() && numberOf(second) < end.number()) {
                fill(open, numberOf(first) <= numberOf(second) ? 0 : SLOT, line(end));
            }
            if (first == null && second == null) {
                sync(open);
            }
        } catch (IOException e) {
            throw new LedgerUnavailableException("the head file of the ledger can't be written", e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.force(false);
                channel.close();
                channel = null;
            }
        } catch (IOException e) {
            throw new LedgerUnavailableException("the head file of the ledger can't be closed", e);
        }
    }

    private FileChannel opened() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OWNER_ONLY);
        }
        return channel;
    }

    /** A new file must survive a power cut, or the entries that follow would stand without a head. */
    private void sync(FileChannel open) throws IOException {
        open.force(true);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static byte[] slots(FileChannel from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(2 * SLOT);
        int length = 0;
        for (int read = 0; read >= 0 && buffer.hasRemaining(); read = from.read(buffer, length)) {
            length += read;
        }
        return buffer.array();
    }

    private static void fill(FileChannel into, int position, String line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(US_ASCII));
        while (buffer.hasRemaining()) {
            into.write(buffer, (long) position + buffer.position());
        }
    }

    private String line(ChainEnd end) {
        String text = end.number() + " " + end.mac() + " " + seal.over(PURPOSE, Long.toString(end.number()), end.mac());
        return text + " ".repeat(SLOT - 1 - text.length()) + "\n";
    }

    private @Nullable ChainEnd slot(byte[] bytes, int index) {
        if (bytes.length < (index + 1) * SLOT) {
            return null;
        }
        String[] parts = new String(bytes, index * SLOT, SLOT, US_ASCII).trim().split(" ", -1);
        if (parts.length != 3 || !seal.holds(parts[2], PURPOSE, parts[0], parts[1])) {
            return null;
        }
        return new ChainEnd(Long.parseLong(parts[0]), parts[1]);
    }

    private static ChainEnd newer(@Nullable ChainEnd first, @Nullable ChainEnd second) {
        if (first == null || second == null) {
            return first != null ? first : Objects.requireNonNull(second);
        }
        return first.number() >= second.number() ? first : second;
    }

    private static long numberOf(@Nullable ChainEnd end) {
        return end == null ? -1 : end.number();
    }
}
