package jp.kenpo.gateway.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
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
        tryTo("space and queues", pressure::look);
        tryTo("what stands still", stoppages::look);
        tryTo("the pollers", pollers::lookAfter);
    }

    /** Says it once; the text of a foreign exception may hold anything. */
    private void tryTo(String what, Runnable look) {
        try {
            look.run();
            failing.remove(what);
        } catch (RuntimeException failed) {
            if (failing.add(what)) {
                log.warn(
                        "The watchdog can't look at {}, tried again all the time: {}",
                        what,
                        failed.getClass().getSimpleName());
            }
        }
    }

    /** Ends when the look that is going on has ended. */
    @Override
    public void close() {
        closed.release();
    }
}
