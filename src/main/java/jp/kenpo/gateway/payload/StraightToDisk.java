package jp.kenpo.gateway.payload;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes pieces of an open file past the memory in which the system keeps files. That memory then stays with what is read
 * again and again, needs not be found anew for each megabyte, and no sync has much to do, for which the commits of all
 * others would wait.
 */
final class StraightToDisk implements AutoCloseable {

    /** Size of a piece: the disk is as fast as with larger ones. */
    static final int PIECE = 1024 * 1024;

    private final FileChannel file;
    private final ByteBuffer piece;

    /** @param piece gathers what is written, as the disk demands it of the channel */
    StraightToDisk(FileChannel file, ByteBuffer piece) {
        this.file = file;
        this.piece = piece;
    }

    /** Opens a file that exists; null where this is not offered. */
    static @Nullable StraightToDisk open(Path path) {
        try {
            int block = Math.toIntExact(Files.getFileStore(path).getBlockSize());
            if (PIECE % block != 0) {
                return null;
            }
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE + block - 1).alignedSlice(block);
            return new StraightToDisk(
                    FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT), piece);
        } catch (IOException | ArithmeticException | UnsupportedOperationException | OutOfMemoryError notOffered) {
            return null;
        }
    }

    /** Takes bytes until a piece is full; returns how many. */
    int gather(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, piece.remaining());
        piece.put(bytes, offset, taken);
        return taken;
    }

    boolean isFull() {
        return !piece.hasRemaining();
    }

    boolean isEmpty() {
        return piece.position() == 0;
    }

    /** Returns how much of what was gathered was written; the rest stays gathered. */
    int write(long at) {
        piece.flip();
        try {
            while (piece.hasRemaining()) {
                file.write(piece, at + piece.position());
            }
        } catch (IOException refused) {
            // some disks refuse here what they opened; what is wrong with the disk itself, the other way meets too
        }
        int count = piece.position();
        piece.compact();
        return count;
    }

    /** Hands out what was gathered and not written. */
    ByteBuffer rest() {
        return piece.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
