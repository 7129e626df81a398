package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Some bytes of a payload in a row. */
final class Piece {

    private static final int MOST = 64 * 1024;

    /** Made when it is needed, which for most payloads is never. */
    private byte[] bytes = {};

    private int begin;
    private int end;

    /** Takes the next bytes of a stream; returns false at its end. */
    boolean readFrom(InputStream source) throws IOException {
        begin = 0;
        end = source.read(room(), 0, MOST);
        return end >= 0;
    }

    /** Gives all it has, and has nothing then. */
    void writeTo(OutputStream target) throws IOException {
        target.write(bytes, begin, end - begin);
        begin = 0;
        end = 0;
    }

    private byte[] room() {
        if (bytes.length == 0) {
            bytes = new byte[MOST];
        }
        return bytes;
    }

    boolean isEmpty() {
        return begin == end;
    }

    boolean isFull() {
        return end == MOST;
    }

    /** Gives as many as are asked for and there are; -1 if the stream had ended. */
    int give(byte[] to, int offset, int most) {
        if (end < 0) {
            return -1;
        }
        int some = Math.min(most, end - begin);
        System.arraycopy(bytes, begin, to, offset, some);
        begin += some;
        return some;
    }

    /** Takes as many as there is room for; returns how many. */
    int take(byte[] from, int offset, int most) {
        int some = Math.min(most, MOST - end);
        System.arraycopy(from, offset, room(), end, some);
        end += some;
        return some;
    }
}
