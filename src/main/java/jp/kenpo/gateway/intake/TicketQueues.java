package jp.kenpo.gateway.intake;

/** Names of the broker's queues that carry tickets; no counterparty may send to them. */
public final class TicketQueues {

    /** Where tickets go that failed too often. */
    public static final String FAILED = "failed.ticket";

    private TicketQueues() {}

    /** Returns the queue of an interchange. */
    public static String of(String interchange) {
        return "ticket." + interchange;
    }
}
