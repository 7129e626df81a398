package jp.kenpo.gateway.routing;

import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.Intake;
import org.apache.camel.Endpoint;
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
                    .process(new IntakeProcessor(interchange, arrivals.placesOf(interchange), intake));
        }
    }
}
