package jp.kenpo.gateway.content.receiptcopy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import jp.kenpo.gateway.content.ByteLines;

/**
 * A receipt file without the receipts of other kinds. The lines of a receipt wait until its RE tells the kind; a
 * receipt that never tells it, or begins with more lines than any has, is left out.
 */
final class ReceiptsOfKinds extends InputStream {

    private static final int RECEIPT_TYPE = 3;
    private static final int MOST_WAITING = 256 * 1024;

    private enum State {
        WAITS,
        PASSES,
        LEFT_OUT
    }

    private final ByteLines lines;
    private final Set<ReceiptClass> kinds;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private byte[] ready = {};
    private int position;
    private State state = State.LEFT_OUT;
    private boolean ended;
    private long leftOut;

    ReceiptsOfKinds(InputStream in, Set<ReceiptClass> kinds) {
        this.lines = new ByteLines(in);
        this.kinds = kinds;
    }

    /** Returns how many receipts were left out, known at the end. */
    long leftOut() {
        return leftOut;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == ready.length && !ended) {
            advance();
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count == 0 && ended ? -1 : count;
    }

    private void advance() throws IOException {
        if (!lines.next()) {
            forget();
            ended = true;
            return;
        }
        if (CopyLine.isEndMark(lines)) {
            forget();
            lines.copyTo(waiting);
            release();
            return;
        }
        CopyLine line = CopyLine.of(lines);
        if (line.recordId().equals("MN")) {
            forget();
            state = State.WAITS;
        }
        if (state == State.LEFT_OUT) {
            return;
        }
        lines.copyTo(waiting);
        decide(line);
        if (state == State.PASSES) {
            release();
        }
    }

    private void decide(CopyLine line) {
        if (state == State.WAITS && line.recordId().equals("RE")) {
            boolean wanted = kinds.stream().anyMatch(kind -> kind.has(line.item(RECEIPT_TYPE)));
            state = wanted ? State.PASSES : State.WAITS;
        }
        if (state == State.WAITS && (line.recordId().equals("RE") || waiting.size() > MOST_WAITING)) {
            forget();
        }
    }

    private void forget() {
        if (state == State.WAITS) {
            leftOut++;
        }
        state = State.LEFT_OUT;
        waiting.reset();
    }

    private void release() {
        ready = waiting.toByteArray();
        position = 0;
        waiting.reset();
    }
}
