package jp.kenpo.gateway.content.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of a zip archive in their order: little-endian numbers, and what an inflater takes. */
final class ZipBytes {

    private final InputStream in;
    private final byte[] chunk = new byte[32 * 1024];
    private int position;
    private int limit;
    private long before;

    ZipBytes(InputStream in) {
        this.in = in;
    }

    /** Returns how many bytes were taken so far. */
    long offset() {
        return before + position;
    }

    /** Returns whether the stream is at its end. */
    boolean ended() throws IOException {
        return position == limit && !fill();
    }

    int u8() throws IOException {
        if (ended()) {
            throw new EOFException("the archive ends within an entry");
        }
        return chunk[position++] & 0xff;
    }

    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    /** Returns four bytes as an unsigned number. */
    long u32() throws IOException {
        return u16() | (long) u16() << 16;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            u8();
        }
    }

    /** Reads bytes that are stored without compression. */
    int read(byte[] into, int offset, int count) throws IOException {
        if (ended()) {
            throw new EOFException("the archive ends within an entry");
        }
        int taken = Math.min(count, limit - position);
        System.arraycopy(chunk, position, into, offset, taken);
        position += taken;
        return taken;
    }

    /** Inflates on, and gives the inflater more input only when it needs some. */
    int inflate(Inflater inflater, byte[] into, int offset, int count) throws IOException, DataFormatException {
        if (ended()) {
            throw new EOFException("the archive ends within an entry");
        }
        inflater.setInput(chunk, position, limit - position);
        int made = inflater.inflate(into, offset, count);
        position = limit - inflater.getRemaining();
        return made;
    }

    /** Reads to the end of the stream. */
    void drain() throws IOException {
        do {
            position = limit;
        } while (fill());
    }

    private boolean fill() throws IOException {
        before += limit;
        position = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }
}
