package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a long payload a little later than it is told to, so that it is hashed, encrypted and written while the next
 * bytes are fetched or made. What could not be written is told at a later write, at the latest by {@link #finish()}.
 */
final class WriteBehind extends OutputStream {

    private final OutputStream target;
    private @Nullable SecondThread writer;
    private Piece inHand = new Piece();
    private long alone;

    WriteBehind(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (writer != null) {
            hand(writer, bytes, offset, length);
            return;
        }
        target.write(bytes, offset, length);
        alone += length;
        if (alone >= SecondThread.ALONE) {
            writer = new SecondThread(piece -> piece.writeTo(target));
        }
    }

    private void hand(SecondThread to, byte[] bytes, int offset, int length) throws IOException {
        for (int taken = 0; taken < length; ) {
            if (inHand.isFull()) {
                Piece next = to.takeBack();
                to.hand(inHand);
                inHand = next;
            }
            taken += inHand.take(bytes, offset + taken, length - taken);
        }
    }

    /**
     * Returns when all is written.
     *
     * @throws IOException if something was not
     */
    void finish() throws IOException {
        if (writer != null) {
            writer.hand(inHand);
            writer.finish();
        }
    }

    /** Writes nothing more; returns when nobody does. */
    void end() {
        if (writer != null) {
            writer.end();
        }
    }
}
