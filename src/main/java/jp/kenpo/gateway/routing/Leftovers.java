package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.purpose.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has removed, time and again, what deliveries that broke off left at counterparties with a server of their own, and that
 * will not be sent any more. On a thread of its own, for a server may be slow to answer.
 */
final class Leftovers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final long LOOK_AGAIN_SECONDS = 20;

    private final List<Counterparty> remote;
    private final List<Interchange> interchanges;
    private final Steps steps;
    private final ErrorReportDelivery reports;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "leftovers");

    Leftovers(CounterpartyRegister counterparties, Steps steps, ErrorReportDelivery reports) {
        this.remote = counterparties.all().stream()
                .filter(each -> each.connection() instanceof RemoteSftp)
                .toList();
        this.interchanges = remote.stream()
                .flatMap(each -> each.interchanges().stream())
                .filter(each -> each.direction() == Direction.OUT)
                .toList();
        this.steps = steps;
        this.reports = reports;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                interchanges.forEach(each -> tidy(each.name(), () -> steps.tidy(each)));
                remote.forEach(each -> tidy(each.id(), () -> steps.tidy(each, reports)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Look {
        void tidy() throws IOException;
    }

    /** Whatever is in the way, a later look goes on; a connection that fails again and again is told. */
    private static void tidy(String where, Look look) {
        try {
            look.tidy();
        } catch (IOException | RuntimeException failed) {
            log.debug("{}: what is left there stays: {}", where, Failure.of(failed));
        }
    }

    @Override
    public void close() {
        closed.release();
        thread.interrupt();
    }
}
