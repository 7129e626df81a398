package jp.kenpo.gateway.preparation;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a payload when it is cut down. As long as it begins as the payload does, nothing is kept: where all
 * remains, the payload itself serves, and nobody waits for a copy that would be thrown away. With the first difference a
 * payload of its own is begun. Used once, by one thread.
 */
final class Remainder implements AutoCloseable {

    private final PayloadStore store;
    private final Ticket whole;
    private final InputStream payload;
    private final Runnable differs;
    private final Unwritten unwritten = new Unwritten();
    private final InputStream in = new Read();
    private final OutputStream out = new Written();
    private long same;
    private PayloadStore.@Nullable Draft draft;

    /**
     * @param whole ticket of the payload
     * @param payload its bytes, not yet read; stays open
     * @param differs is run when it turns out that not all remains
     */
    Remainder(PayloadStore store, Ticket whole, InputStream payload, Runnable differs) {
        this.store = store;
        this.whole = whole;
        this.payload = payload;
        this.differs = differs;
    }

    /** Returns the payload to read from. */
    InputStream in() {
        return in;
    }

    /** Returns where to write what remains. */
    OutputStream out() {
        return out;
    }

    /**
     * Returns the ticket of what remains, which is that of the payload if nothing was removed. To be called when the
     * payload has been read to its end.
     *
     * @throws IOException if what remains can't be kept
     */
    Ticket seal() throws IOException {
        if (draft == null && unwritten.isEmpty()) {
            return whole;
        }
        Ticket kept = begun().seal();
        if (kept.sha256().equals(whole.sha256())) {
            store.discard(kept);
            return whole;
        }
        return kept;
    }

    private PayloadStore.Draft begun() throws IOException {
        PayloadStore.Draft begun = draft;
        if (begun == null) {
            differs.run();
            begun = store.draft();
            draft = begun;
            unwritten.forget();
            copyWhatIsTheSame(begun.stream());
        }
        return begun;
    }

    private void copyWhatIsTheSame(OutputStream to) throws IOException {
        if (same == 0) {
            return;
        }
        byte[] buffer = new byte[Unwritten.SOME];
        try (InputStream again = store.open(whole)) {
            for (long left = same; left > 0; ) {
                int length = again.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (length < 0) {
                    throw new EOFException("the payload is shorter than it was");
                }
                to.write(buffer, 0, length);
                left -= length;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            draft.close();
        }
    }

    /** Skips by reading, so that nothing passes unseen. */
    private final class Read extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = payload.read(bytes, offset, length);
            if (read > 0) {
                unwritten.add(bytes, offset, read);
            }
            return read;
        }
    }

    private final class Written extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (draft == null && unwritten.take(bytes, offset, length)) {
                same += length;
            } else {
                begun().stream().write(bytes, offset, length);
            }
        }
    }
}
