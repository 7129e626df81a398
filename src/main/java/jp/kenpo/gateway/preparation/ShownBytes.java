package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Bytes that one thread shows and another reads, a megabyte behind at most. The one who shows never waits for long: who
 * does not read for a while is left alone.
 */
final class ShownBytes extends InputStream {

    private static final int PIECES = 16;
    private static final byte[] END = {};

    private final long patienceMillis;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private byte[] inHand = END;
    private int at;
    private volatile boolean ended;
    private volatile boolean readerGone;
    private volatile boolean abandoned;

    /** @param patienceMillis so long one who does not read is waited for */
    ShownBytes(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Shows a copy of the bytes; returns whether the other will read them. An interruption is passed on. */
    boolean show(byte[] bytes, int offset, int length) {
        try {
            return !readerGone
                    && pieces.offer(
                            Arrays.copyOfRange(bytes, offset, offset + length), patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing more is shown: what was shown is all. */
    void end() {
        ended = true;
        // whoever waits for a piece looks again; if there is no room, nobody waits
        pieces.offer(END);
    }

    /** Nothing more is shown, and nobody wants to know what was read: the other fails at its next look. */
    void abandon() {
        abandoned = true;
        end();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (at == inHand.length && !takeNext()) {
            return -1;
        }
        int some = Math.min(most, inHand.length - at);
        System.arraycopy(inHand, at, to, offset, some);
        at += some;
        return some;
    }

    private boolean takeNext() throws IOException {
        try {
            do {
                if (abandoned) {
                    throw new IOException("not all of it is shown");
                }
                boolean last = ended && pieces.isEmpty();
                inHand = last ? END : pieces.take();
                at = 0;
                if (last) {
                    return false;
                }
            } while (inHand.length == 0);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was read");
        }
    }

    @Override
    public void close() {
        readerGone = true;
        pieces.clear();
    }
}
