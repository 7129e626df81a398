package jp.kenpo.gateway.watch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the pollers, the pressure and what stands still all the time, on a thread of its own. */
public final class Watchdog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final Pollers pollers;
    private final Pressure pressure;
    private final Stoppages stoppages;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "watchdog");

    public Watchdog(Pollers pollers, Pressure pressure, Stoppages stoppages) {
        this.pollers = pollers;
        this.pressure = pressure;
        this.stoppages = stoppages;
    }

    /** Looks once, so that nothing is taken in on a full disk, and goes on looking. */
    public void start() {
        look();
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What stands in the way of one look must not stand in the way of the other. */
    private void look() {
        tryTo(pressure::look);
        tryTo(stoppages::look);
        tryTo(pollers::lookAfter);
    }

    private static void tryTo(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException failed) {
            log.warn("The watchdog could not look, tried again: {}", failed.toString());
        }
    }

    /** Ends when the look that is going on has ended. */
    @Override
    public void close() {
        closed.release();
    }
}
