package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jp.kenpo.gateway.intake.Onlooker.Sight;
import jp.kenpo.gateway.payload.Ticket;

/**
 * One file that a thread of its own reads while another keeps it. The reader may be a megabyte behind; then the other
 * waits. If the reader fails, the other goes on alone, and nothing was read.
 */
final class EarlyReading implements Sight {

    private static final int BEHIND = 1024 * 1024;

    private final EarlyReadings readings;
    private final String layoutId;
    private final Reader reader;
    private final PipedInputStream seen = new PipedInputStream(BEHIND);
    private final PipedOutputStream shown = new PipedOutputStream();
    private final FutureTask<ContentCheck.Read> outcome = new FutureTask<>(this::read);
    private long bytes;
    private boolean alone;

    /** Reads a file to its end. */
    @FunctionalInterface
    interface Reader {
        ContentCheck.Read read(InputStream in) throws IOException;
    }

    /**
     * @param readings is told when it is read to its end, and when it is kept
     * @param layoutId layout that the reader reads as
     */
    EarlyReading(EarlyReadings readings, String layoutId, Reader reader) {
        this.readings = readings;
        this.layoutId = layoutId;
        this.reader = reader;
    }

    @Override
    public InputStream of(InputStream arrival) {
        try {
            shown.connect(seen);
        } catch (IOException connectedAlready) {
            throw new IllegalStateException("one arrival is kept once", connectedAlready);
        }
        Thread thread = new Thread(outcome, "early-reading");
        thread.setDaemon(true);
        thread.start();
        return new Shown(arrival);
    }

    private ContentCheck.Read read() throws IOException {
        try (seen) {
            return reader.read(seen);
        } finally {
            readings.over();
        }
    }

    private void show(byte[] read, int offset, int length) {
        if (alone) {
            return;
        }
        try {
            shown.write(read, offset, length);
            shown.flush();
            bytes += length;
        } catch (InterruptedIOException interrupted) {
            alone = true;
            Thread.currentThread().interrupt();
        } catch (IOException readerFailed) {
            alone = true;
        }
    }

    @Override
    public void kept(Ticket ticket) {
        if (bytes == ticket.size()) {
            readings.keep(ticket, this);
        }
        end();
    }

    @Override
    public void forget() {
        readings.forget(this);
        end();
    }

    private void end() {
        try {
            shown.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns what was read, when the reader is done; empty if it read as another layout says, or failed: then the same
     * is met again by whoever reads what was kept.
     */
    Optional<ContentCheck.Read> outcome(String asked) throws InterruptedIOException {
        if (!asked.equals(layoutId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(outcome.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was read");
        } catch (ExecutionException failed) {
            return Optional.empty();
        }
    }

    /** Skips by reading, so that nothing passes unseen. */
    private final class Shown extends InputStream {

        private final InputStream arrival;

        Shown(InputStream arrival) {
            this.arrival = arrival;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int most) throws IOException {
            int read = arrival.read(to, offset, most);
            if (read > 0) {
                show(to, offset, read);
            }
            return read;
        }
    }
}
