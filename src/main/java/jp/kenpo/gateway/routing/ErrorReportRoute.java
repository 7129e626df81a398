package jp.kenpo.gateway.routing;

import java.util.Map;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.preparation.ErrorReports;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports errors in the content to the party that sent it. What fails goes back to the broker and is tried again, ever
 * more seldom and without an end; the quarantine stands in the ledger before.
 */
final class ErrorReportRoute extends RouteBuilder {

    private static final Logger log = LoggerFactory.getLogger(ErrorReportRoute.class);

    private final ErrorReportDelivery reports;

    ErrorReportRoute(ErrorReportDelivery reports) {
        this.reports = reports;
    }

    @Override
    public void configure() {
        from(getContext()
                        .getEndpoint(
                                "jms:queue:" + ErrorReports.QUEUE,
                                Map.of("transacted", "true", "lazyCreateTransactionManager", "false")))
                .routeId("_error-reports")
                .description("A party learns what is wrong in a file that it sent")
                .process(exchange -> report(exchange.getIn().getBody()));
    }

    /** What is no ticket would come back for ever. */
    private void report(@Nullable Object body) throws Exception {
        TransferId id;
        try {
            id = new TransferId(String.valueOf(body));
        } catch (IllegalArgumentException noTicket) {
            log.error("A message was dropped that is no ticket of this gateway: look who may send to the queues");
            return;
        }
        report(id);
    }

    private void report(TransferId id) throws Exception {
        try {
            reports.deliver(id);
        } catch (Exception failed) {
            String error = Failure.of(failed);
            log.warn("the error report about {} was not given and is tried again: {}", id, error);
            reports.failed(id, error);
            throw failed;
        }
    }
}
