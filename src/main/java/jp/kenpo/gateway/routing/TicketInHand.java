package jp.kenpo.gateway.routing;

import java.util.Optional;
import jp.kenpo.gateway.ledger.TransferId;
import org.apache.camel.Exchange;

/**
 * The transfer that an exchange carries. It stands in a property whose type no route file can make, so that a route
 * can't put another transfer, or a grant, in its place.
 */
record TicketInHand(TransferId transfer) {

    private static final String PROPERTY = "kenpo.ticket";

    static void put(Exchange exchange, TransferId transfer) {
        exchange.setProperty(PROPERTY, new TicketInHand(transfer));
    }

    /** Returns the transfer, or empty if the exchange did not begin with a ticket. */
    static Optional<TransferId> find(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof TicketInHand ticket
                ? Optional.of(ticket.transfer())
                : Optional.empty();
    }

    /** @throws IllegalStateException if the exchange did not begin with a ticket */
    static TransferId of(Exchange exchange) {
        return find(exchange)
                .orElseThrow(() -> new IllegalStateException(
                        "the exchange carries no ticket; a route begins with counterparty: or interchange:"));
    }
}
