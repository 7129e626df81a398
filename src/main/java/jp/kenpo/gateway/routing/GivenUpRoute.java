package jp.kenpo.gateway.routing;

import java.util.Map;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.TransferId;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the tickets that the broker gave up on: the transfer then waits for a person, with the last error. */
final class GivenUpRoute extends RouteBuilder {

    private static final Logger log = LoggerFactory.getLogger(GivenUpRoute.class);

    private final Steps steps;

    GivenUpRoute(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        from(getContext()
                        .getEndpoint(
                                "jms:queue:" + TicketQueues.FAILED,
                                Map.of("transacted", "true", "lazyCreateTransactionManager", "false")))
                .routeId("_given-up")
                .description("Tickets that failed too often wait for a person")
                .process(exchange -> hold(exchange.getIn().getBody()));
    }

    /** What is no ticket can't be told to anybody but the log; kept here, it would come back for ever. */
    private void hold(@Nullable Object body) {
        try {
            steps.hold(new TransferId(String.valueOf(body)));
        } catch (IllegalArgumentException noTicket) {
            log.error("A message was put aside that is no ticket of this gateway: look who may send to the queues");
        }
    }
}
