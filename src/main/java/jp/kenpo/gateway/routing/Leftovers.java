package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.watch.Circuits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has removed, time and again, what deliveries that broke off left at counterparties with a server of their own, and that
 * will not be sent any more. On a thread of its own, for a server may be slow to answer.
 */
final class Leftovers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final long LOOK_AGAIN_SECONDS = 20;

    private final List<Interchange> interchanges;
    private final Steps steps;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "leftovers");

    Leftovers(CounterpartyRegister counterparties, Circuits circuits, Steps steps) {
        this.interchanges = counterparties.interchanges().stream()
                .filter(each -> each.direction() == Direction.OUT)
                .filter(each -> circuits.of(each.counterparty()).isPresent())
                .toList();
        this.steps = steps;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                interchanges.forEach(this::tidy);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is in the way, a later look goes on; a connection that fails again and again is told. */
    private void tidy(Interchange interchange) {
        try {
            steps.tidy(interchange.name());
        } catch (IOException | RuntimeException failed) {
            log.debug("{}: what is left there stays: {}", interchange.name(), Failure.of(failed));
        }
    }

    @Override
    public void close() {
        closed.release();
        thread.interrupt();
    }
}
