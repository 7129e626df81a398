package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.util.Optional;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.watch.Poller;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/**
 * One route an inbound interchange that looks where its files or messages arrive and takes them in. It is made from the
 * agreement, not from a route file: no author can leave out that a file is kept and recorded before anything reads it.
 */
final class ArrivalRoutes extends RouteBuilder {

    private final Iterable<Interchange> inbound;
    private final Arrivals arrivals;
    private final Intake intake;

    ArrivalRoutes(Iterable<Interchange> inbound, Arrivals arrivals, Intake intake) {
        this.inbound = inbound;
        this.arrivals = arrivals;
        this.intake = intake;
    }

    /** Returns the id of the route that takes in for an interchange. */
    static String idOf(String interchange) {
        return interchange + ".arrival";
    }

    @Override
    public void configure() {
        for (Interchange interchange : inbound) {
            Endpoint source = arrivals.of(interchange);
            from(source)
                    .routeId(idOf(interchange.name()))
                    .description("Takes in what arrives on " + interchange.name())
                    .process(watched(
                            interchange, new IntakeProcessor(interchange, arrivals.placesOf(interchange), intake)));
        }
    }

    /** A large file takes long: its poller is not silent meanwhile. While intake pauses, messages go back to the broker. */
    private Processor watched(Interchange interchange, Processor intakeOfOne) {
        Optional<Poller> poller = arrivals.pollerOf(interchange);
        return exchange -> {
            if (poller.isEmpty() && arrivals.isPausing(interchange)) {
                throw new IOException("intake pauses; the message waits on its queue");
            }
            poller.ifPresent(Poller::taking);
            try {
                intakeOfOne.process(exchange);
            } catch (Exception failed) {
                // Camel tells its poller nothing of what fails behind it
                poller.ifPresent(each -> each.troubled(Failure.of(failed)));
                throw failed;
            } finally {
                poller.ifPresent(Poller::taken);
            }
        };
    }
}
