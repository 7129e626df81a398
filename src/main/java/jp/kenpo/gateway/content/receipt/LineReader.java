package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kenpo.gateway.content.EightBytes;

/**
 * Splits a stream into lines and items in one pass over the bytes, in a buffer that never grows.
 *
 * <p>Ends at the end mark 0x1A or at the end of the stream. A line beyond {@link Line#MAX_BYTES} is announced as too
 * long, without items, and the next line is the one after its line end.
 */
final class LineReader {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES + EightBytes.COUNT];
    private final Line line;
    private final LineSplitter splitter;

    private int position;
    private int limit;
    private boolean streamEnded;
    private boolean endMark;
    private boolean bytesAfterEndMark;

    LineReader(InputStream in, Dialect dialect) {
        this.in = in;
        line = new Line(buffer, dialect);
        splitter = new LineSplitter(buffer, line);
    }

    /** Returns the one line object, filled by {@link #next()}. */
    Line line() {
        return line;
    }

    /** Returns whether the end mark was met, known when {@link #next()} has returned false. */
    boolean endMark() {
        return endMark;
    }

    boolean bytesAfterEndMark() {
        return bytesAfterEndMark;
    }

    /** Moves to the next line; returns false at the end, when the stream has been read to its end. */
    boolean next() throws IOException {
        if (endMark) {
            return false;
        }
        fill();
        if (position == limit) {
            return false;
        }
        if (buffer[position] == 0x1A) {
            endAtMark();
            return false;
        }
        line.number++;
        line.beginAt(position);
        scan(Math.min(limit, position + Line.MAX_BYTES + 2));
        if (line.tooLong) {
            skipToNextLine();
        }
        return true;
    }

    private void endAtMark() throws IOException {
        endMark = true;
        long behind = limit - position - 1L + in.transferTo(OutputStream.nullOutputStream());
        bytesAfterEndMark = behind > 0;
        position = limit;
    }

    /** Keeps at least one whole line in the buffer, so that {@link #scan} never meets its edge inside a line. */
    private void fill() throws IOException {
        if (streamEnded || limit - position > Line.MAX_BYTES + 2) {
            return;
        }
        splitter.forget();
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (!streamEnded && limit <= Line.MAX_BYTES + 2) {
            int read = in.read(buffer, limit, BUFFER_BYTES - limit);
            streamEnded = read < 0;
            limit += Math.max(read, 0);
        }
    }

    private void scan(int bound) {
        if (splitter.split(position, limit, bound)) {
            position = splitter.next();
        } else {
            endWithoutLineEnd(bound);
        }
    }

    private void endWithoutLineEnd(int bound) {
        line.endAs(Line.Ending.NONE);
        if (bound == limit && bound - position <= Line.MAX_BYTES) {
            line.end = bound;
            position = bound;
        } else {
            line.beginAt(position);
            line.tooLong = true;
        }
    }

    private void skipToNextLine() throws IOException {
        while (true) {
            for (; position < limit; position++) {
                if (buffer[position] == '\n') {
                    position++;
                    return;
                }
                if (buffer[position] == 0x1A) {
                    return;
                }
            }
            fill();
            if (position == limit) {
                return;
            }
        }
    }
}
