package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jp.kenpo.gateway.intake.Onlooker.Sight;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file that a thread of its own reads while another keeps it. If the reader fails, or stands still, the other goes on
 * alone, and nothing was read.
 */
final class EarlyReading implements Sight {

    private static final Logger log = LoggerFactory.getLogger(EarlyReading.class);
    private static final long PATIENCE_MILLIS = 20_000;

    private final EarlyReadings readings;
    private final Question question;
    private final Reader reader;
    private final ShownBytes shown;
    private final FutureTask<ContentCheck.Read> outcome = new FutureTask<>(this::read);
    private long bytes;
    private boolean alone;

    /** Reads a file. */
    @FunctionalInterface
    interface Reader {
        ContentCheck.Read read(InputStream in) throws IOException;
    }

    /**
     * What is read, and as what.
     *
     * @param path at which it lay below the folder of the interchange
     */
    record Question(String interchange, @Nullable String path, String layout) {}

    EarlyReading(EarlyReadings readings, Question question, Reader reader) {
        this(readings, question, reader, PATIENCE_MILLIS);
    }

    /** @param patienceMillis so long a reader that stands still is waited for */
    EarlyReading(EarlyReadings readings, Question question, Reader reader, long patienceMillis) {
        this.readings = readings;
        this.question = question;
        this.reader = reader;
        this.shown = new ShownBytes(patienceMillis);
    }

    @Override
    public InputStream of(InputStream arrival) {
        Thread thread = new Thread(outcome, "early-reading");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noThreadLeft) {
            return arrival;
        }
        return new Arriving(arrival);
    }

    private ContentCheck.Read read() throws IOException {
        try (shown) {
            ContentCheck.Read read = reader.read(shown);
            shown.transferTo(OutputStream.nullOutputStream());
            return read;
        }
    }

    private void show(byte[] read, int offset, int length) {
        alone = alone || !shown.show(read, offset, length);
        if (!alone) {
            bytes += length;
        }
    }

    @Override
    public void kept(Ticket ticket) {
        if (bytes == ticket.size()) {
            shown.end();
            readings.keep(ticket, this);
        } else {
            forget();
        }
    }

    @Override
    public void forget() {
        shown.abandon();
        readings.forget(this);
    }

    /**
     * Returns what was read, when the reader is done; empty if something else is asked, or the reader failed: then the same
     * is met again by whoever reads what was kept.
     */
    Optional<ContentCheck.Read> outcome(Question asked) throws InterruptedIOException {
        if (!asked.equals(question)) {
            return Optional.empty();
        }
        try {
            return Optional.of(outcome.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was read");
        } catch (ExecutionException failed) {
            log.debug("{} is read again: {}", question.interchange(), kind(failed.getCause()));
            return Optional.empty();
        }
    }

    /** The message of a failure may quote the file. */
    private static String kind(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getClass().getName();
    }

    /** Skips by reading, so that nothing passes unseen. */
    private final class Arriving extends InputStream {

        private final InputStream arrival;

        Arriving(InputStream arrival) {
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
