package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, one at a time, in constant memory. Nothing is decoded.
 *
 * <p>A line ends with LF or CR LF. Splitting bytes is safe in Shift_JIS and UTF-8: neither sign is ever part of another
 * character. A line longer than the limit is cut there and marked, never grown; the rest of it is skipped.
 */
public final class ByteLines {

    /** Longest line in bytes, without its end, unless another limit is given. The longest possible record of a receipt has 4,449. */
    public static final int LONGEST = 8 * 1024;

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final long LINE_FEEDS = EightBytes.eightTimes('\n');
    private static final byte[] CR_LF = {'\r', '\n'};

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES + EightBytes.COUNT];
    private final byte[] line;
    private final int longest;
    private int position;
    private int limit;
    private int length;
    private long number;
    private boolean tooLong;
    private boolean ended;

    /** Lines of at most {@link #LONGEST} bytes. */
    public ByteLines(InputStream in) {
        this(in, LONGEST);
    }

    /** @param longest most bytes of a line without its end */
    public ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
        this.line = new byte[longest + 1 + EightBytes.COUNT];
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the stream
     */
    public boolean next() throws IOException {
        return takeWholeFromChunk() || takeInPieces();
    }

    /** Takes a line that is whole in the chunk and not too long, as most are; false if this one is not. */
    private boolean takeWholeFromChunk() {
        int count = 0;
        int before = EightBytes.COUNT;
        while (before == EightBytes.COUNT && count <= longest && position + count < limit) {
            long word = EightBytes.at(chunk, position + count);
            EightBytes.put(line, count, word);
            before = EightBytes.before(word, LINE_FEEDS);
            count += before;
        }
        if (before == EightBytes.COUNT || count > longest || position + count >= limit) {
            return false;
        }
        length = count;
        tooLong = false;
        ended = true;
        position += count + 1;
        number++;
        return true;
    }

    private boolean takeInPieces() throws IOException {
        length = 0;
        tooLong = false;
        ended = false;
        boolean found = false;
        while (!ended && more()) {
            found = true;
            takeFromChunk();
        }
        if (found) {
            number++;
            // the carriage return may have been kept as the one byte beyond the limit
            tooLong |= length > longest && !(length == longest + 1 && endsWithCarriageReturn());
        }
        return found;
    }

    private boolean more() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(chunk, 0, CHUNK_BYTES));
        return limit > 0;
    }

    private void takeFromChunk() {
        int end = endInChunk();
        int room = Math.min(end - position, longest + 1 - length);
        System.arraycopy(chunk, position, line, length, room);
        length += room;
        tooLong |= room < end - position;
        ended = end < limit;
        position = ended ? end + 1 : end;
    }

    private int endInChunk() {
        int end = position;
        int before = EightBytes.COUNT;
        while (before == EightBytes.COUNT && end < limit) {
            before = EightBytes.before(EightBytes.at(chunk, end), LINE_FEEDS);
            end += before;
        }
        return Math.min(end, limit);
    }

    private boolean endsWithCarriageReturn() {
        return ended && length > 0 && line[length - 1] == '\r';
    }

    /** Returns the number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Returns whether the line is longer than the limit; its bytes are then not whole. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Returns whether the line has an end; only the last line of a stream can lack it. */
    public boolean ended() {
        return ended;
    }

    /** Returns the number of bytes without the line end. */
    public int length() {
        return endsWithCarriageReturn() ? length - 1 : length;
    }

    /** Returns one byte of the line. */
    public byte at(int index) {
        return line[index];
    }

    /** Returns a part of the line that holds half-width signs only; others become a replacement character. */
    public String ascii(int begin, int end) {
        return new String(line, begin, end - begin, StandardCharsets.US_ASCII);
    }

    /** Returns the bytes of the line without its end. */
    public byte[] bytes() {
        return Arrays.copyOf(line, length());
    }

    /** Returns the bytes of the line without its end, until the next line takes their place. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(line, 0, length());
    }

    /**
     * Returns the place in which each line stands from its begin, the same for all lines. At every position of a line {@link
     * EightBytes} can be taken; what stands behind the line means nothing.
     */
    public byte[] room() {
        return line;
    }

    /** Returns whether the line ends with CR LF. */
    public boolean endsWithCarriageReturnAndLineFeed() {
        return endsWithCarriageReturn();
    }

    /** Writes the line as it came, with the end that it had. */
    public void copyTo(OutputStream out) throws IOException {
        out.write(line, 0, length);
        if (ended) {
            out.write('\n');
        }
    }

    /** Writes the line with CR LF as its end. */
    public void copyLineTo(OutputStream out) throws IOException {
        out.write(line, 0, length());
        out.write(CR_LF);
    }
}
