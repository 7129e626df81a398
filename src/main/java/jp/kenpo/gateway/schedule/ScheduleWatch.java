package jp.kenpo.gateway.schedule;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the clock all the time: makes the batches whose cut-off has come and enters what is late. Whatever fails is
 * tried again at the next look.
 */
public final class ScheduleWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ScheduleWatch.class);

    /** Of real time: the clock itself may run faster. */
    private static final long LOOK_AGAIN_MILLIS = 250;

    /** Looking for what is late reads months of transfers. */
    private static final int LOOKS_FOR_LATE = 8;

    private final Batches batches;
    private final ExpectedDeliveries expected;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "schedule");

    public ScheduleWatch(Batches batches, ExpectedDeliveries expected) {
        this.batches = batches;
        this.expected = expected;
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int look = 0; !closed.tryAcquire(look == 0 ? 0 : LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS); look++) {
                look(look % LOOKS_FOR_LATE == 0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean late) {
        try {
            batches.makeDue();
            if (late) {
                expected.enterLate();
            }
        } catch (IOException | RuntimeException failed) {
            log.warn("The schedule could not be kept, tried again at once: {}", failed.toString());
        }
    }

    /** Ends when the look that is going on has ended. */
    @Override
    public void close() {
        closed.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
