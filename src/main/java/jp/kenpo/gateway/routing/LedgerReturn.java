package jp.kenpo.gateway.routing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import jp.kenpo.gateway.watch.LedgerLink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the link how writing ends, and sees that the database is back although nothing is to be written: after a write that
 * did not reach it, one that writes nothing is tried every few seconds, until one succeeds. What has no room is not asked
 * so, for an empty write always fits.
 */
final class LedgerReturn implements Ledger.WriteWatch, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerReturn.class);
    private static final long LOOK_AGAIN_SECONDS = 5;

    private final Ledger ledger;
    private final LedgerLink link;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "ledger-return");
    private volatile boolean unreached;

    LedgerReturn(Ledger ledger, LedgerLink link) {
        this.ledger = ledger;
        this.link = link;
    }

    void start() {
        ledger.watchWriting(this);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void begun() {
        link.begun(LedgerLink.Sign.WRITTEN);
    }

    @Override
    public void ended(@Nullable Throwable failure) {
        unreached = failure instanceof LedgerUnavailableException away && away.isUnreached();
        link.ended(LedgerLink.Sign.WRITTEN, failure);
    }

    private void run() {
        try {
            while (!closed.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                // what does not even answer is asked by others already, and a write would be waited for at the end
                if (unreached && !link.isAway(LedgerLink.Sign.READ)) {
                    tryToWrite();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The link is told what came of it. */
    private void tryToWrite() {
        try {
            ledger.write(write -> true);
        } catch (RuntimeException away) {
            log.debug("the ledger's database is away still: {}", away.getClass().getSimpleName());
        }
    }

    /** A write that waits for the database is not waited for. */
    @Override
    public void close() {
        closed.release();
    }
}
