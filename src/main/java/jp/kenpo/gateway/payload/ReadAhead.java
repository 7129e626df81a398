package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a long payload a little ahead, so that it is decrypted and hashed while what was read is worked on. */
final class ReadAhead extends InputStream {

    private final InputStream source;
    private @Nullable SecondThread reader;
    private Piece inHand = new Piece();
    private long alone;

    ReadAhead(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (reader != null) {
            return length == 0 ? 0 : pieceInHand(reader).give(bytes, offset, length);
        }
        int read = source.read(bytes, offset, length);
        alone += Math.max(read, 0);
        if (read > 0 && alone >= SecondThread.ALONE) {
            reader = new SecondThread(piece -> piece.readFrom(source));
        }
        return read;
    }

    /** A piece that failed stays the next, and goes on failing; so does the end. */
    private Piece pieceInHand(SecondThread by) throws IOException {
        while (inHand.isEmpty()) {
            Piece next = by.takeBack();
            by.hand(inHand);
            inHand = next;
        }
        return inHand;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.end();
        }
        source.close();
    }
}
