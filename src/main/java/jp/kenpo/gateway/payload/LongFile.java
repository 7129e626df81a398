package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new file that only this user may read, and that may be long. What is beyond its first megabytes goes straight to
 * the disk, see {@link StraightToDisk}; where the disk does not take it so, it is written as ever. Used by one thread.
 */
public final class LongFile extends OutputStream {

    /** So many bytes at the begin are written as ever: most files are shorter. */
    static final int BEGIN = 4 * 1024 * 1024;

    private final Path path;
    private final FileChannel file;
    private final Opening opening;
    private long written;
    private long straightFrom = BEGIN;
    private @Nullable StraightToDisk straight;
    private boolean broken;

    /** Opens a file another time; null if its disk does not take bytes straight. */
    @FunctionalInterface
    interface Opening {
        @Nullable
        StraightToDisk open(Path path);
    }

    private LongFile(Path path, Opening opening) throws IOException {
        this.path = path;
        this.opening = opening;
        this.file = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Folder.OWNER_ONLY_FILE);
    }

    /**
     * Creates the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something stands under the name
     */
    public static LongFile create(Path path) throws IOException {
        return create(path, StraightToDisk::open);
    }

    static LongFile create(Path path, Opening opening) throws IOException {
        return new LongFile(path, opening);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws IOException if this was not written, or something before it */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        requireUnbroken();
        broken = true;
        for (int taken = 0; taken < length; ) {
            taken += straight == null
                    ? writeAsEver(bytes, offset + taken, length - taken)
                    : writeStraight(straight, bytes, offset + taken, length - taken);
        }
        broken = false;
    }

    private int writeAsEver(byte[] bytes, int offset, int length) throws IOException {
        int taken = (int) Math.min(length, straightFrom - written);
        writeAsEver(ByteBuffer.wrap(bytes, offset, taken));
        if (written == straightFrom) {
            straight = opening.open(path);
            straightFrom = straight == null ? Long.MAX_VALUE : straightFrom;
        }
        return taken;
    }

    private void writeAsEver(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    private int writeStraight(StraightToDisk disk, byte[] bytes, int offset, int length) throws IOException {
        int taken = disk.gather(bytes, offset, length);
        if (disk.isFull()) {
            written += disk.write(written);
            if (!disk.isEmpty()) {
                straightFrom = Long.MAX_VALUE;
                writeRest();
            }
        }
        return taken;
    }

    /** Writes as ever what was gathered and not written. */
    private void writeRest() throws IOException {
        StraightToDisk disk = straight;
        straight = null;
        if (disk != null) {
            try (disk) {
                writeAsEver(disk.rest());
            }
        }
    }

    /**
     * Brings all to the disk. Nothing more may be written after it.
     *
     * @throws IOException if that fails, or something was not written before
     */
    public void sync() throws IOException {
        requireUnbroken();
        broken = true;
        writeRest();
        file.force(true);
        broken = false;
    }

    private void requireUnbroken() throws IOException {
        if (broken) {
            throw new IOException("an earlier part of the file was not written");
        }
    }

    public boolean isOpen() {
        return file.isOpen();
    }

    /** Closes the file; what was not brought to the disk may be lost. */
    @Override
    public void close() throws IOException {
        try (file) {
            if (straight != null) {
                straight.close();
            }
        }
    }
}
