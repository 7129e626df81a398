package jp.kenpo.gateway.routing;

import java.util.function.BooleanSupplier;
import jp.kenpo.gateway.watch.Poller;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Stands beside Camel's own poller: lets it look or wait, and tells the {@link Poller} what came of it. Camel's warnings
 * at every failed poll are replaced by one when the outage begins and one when it ends.
 */
final class PollWatch extends RemoteFilePollingConsumerPollStrategy implements ExceptionHandler {

    private final Poller poller;
    private final BooleanSupplier pausing;

    /** @param pausing whether nothing is taken in at the moment */
    PollWatch(Poller poller, BooleanSupplier pausing) {
        this.poller = poller;
        this.pausing = pausing;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return poller.begin() && !pausing.getAsBoolean();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        poller.ended();
    }

    /** Disconnects, so that the next poll logs in anew. */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception failure)
            throws Exception {
        poller.failed(Failure.of(failure));
        return super.rollback(consumer, endpoint, retryCounter, failure);
    }

    @Override
    public void handleException(Throwable failure) {
        poller.troubled(Failure.of(failure));
    }

    @Override
    public void handleException(String message, @Nullable Throwable failure) {
        poller.troubled(Failure.of(failure));
    }

    /** A file that could not be taken in, or not be moved aside; what failed in its route stands in the ledger or log. */
    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, @Nullable Throwable failure) {
        poller.troubled(Failure.of(failure));
    }
}
