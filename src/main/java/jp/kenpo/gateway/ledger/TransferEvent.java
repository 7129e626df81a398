package jp.kenpo.gateway.ledger;

import static jp.kenpo.gateway.ledger.TransferState.ACCEPTED;
import static jp.kenpo.gateway.ledger.TransferState.ANNOUNCED;
import static jp.kenpo.gateway.ledger.TransferState.CHECKED;
import static jp.kenpo.gateway.ledger.TransferState.COMPOSED;
import static jp.kenpo.gateway.ledger.TransferState.DELIVERED;
import static jp.kenpo.gateway.ledger.TransferState.DELIVERING;
import static jp.kenpo.gateway.ledger.TransferState.DUPLICATE;
import static jp.kenpo.gateway.ledger.TransferState.GRANTED;
import static jp.kenpo.gateway.ledger.TransferState.HELD;
import static jp.kenpo.gateway.ledger.TransferState.MINIMISED;
import static jp.kenpo.gateway.ledger.TransferState.QUARANTINED;
import static jp.kenpo.gateway.ledger.TransferState.RECEIVED;
import static jp.kenpo.gateway.ledger.TransferState.REFUSED;
import static jp.kenpo.gateway.ledger.TransferState.REJECTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The state machine of a transfer: every event that begins or moves one, who brings it about, and what is on the disk when
 * it has happened. What no event here allows, the ledger refuses. {@code src/docs/states.md} is written from it.
 *
 * <p>What may follow what is ours, drawn from the way of one file: nothing is delivered or accepted that was not granted,
 * an end stays an end, what waits is moved by a person only, and what is under way by a person only to take it back
 * before it can be at the counterparty. An event that is repeated after a crash moves to the state that the transfer is
 * in.
 */
public enum TransferEvent {
    ARRIVAL_TAKEN(Mover.INTAKE, EntryKind.RECEIVED, Set.of(), RECEIVED, "the payload; then transfer, entry and ticket"),
    ARRIVAL_MISPLACED(Mover.INTAKE, EntryKind.QUARANTINED, Set.of(), QUARANTINED, "the payload; then transfer, entry"),
    ARRIVAL_REPEATED(Mover.INTAKE, EntryKind.DUPLICATE, Set.of(), DUPLICATE, "transfer, entry; the first's payload"),
    ARRIVAL_UNFIT(Mover.INTAKE, EntryKind.ARRIVAL_REFUSED, Set.of(), REFUSED, "transfer, entry; no payload"),
    PARENT_ACCEPTED(Mover.ACCEPTANCE, EntryKind.ANNOUNCED, Set.of(), ANNOUNCED, "transfer, entry, ticket"),
    CUT_OFF_CAME(
            Mover.SCHEDULE, EntryKind.BATCHED, Set.of(), ANNOUNCED, "the list of parts; then transfer, entry, ticket"),
    COMPOSITION(Mover.COMPOSE, EntryKind.COMPOSED, EnumSet.of(ANNOUNCED, COMPOSED), COMPOSED, "the file; then entry"),
    GOOD_CONTENT(
            Mover.CHECK,
            EntryKind.CHECKED,
            EnumSet.of(RECEIVED, ANNOUNCED, COMPOSED, CHECKED),
            CHECKED,
            "findings, entry"),
    WRONG_CONTENT(
            Mover.CHECK,
            EntryKind.QUARANTINED,
            States.UNDER_WAY,
            QUARANTINED,
            "findings, entry, message for the error report"),
    GRANT(
            Mover.GATE,
            EntryKind.GRANTED,
            EnumSet.of(ANNOUNCED, COMPOSED, CHECKED, GRANTED, MINIMISED, DELIVERING),
            GRANTED,
            "entry, purpose log"),
    REFUSAL(Mover.GATE, EntryKind.REFUSED, States.UNDER_WAY, REFUSED, "entry, purpose log"),
    MINIMISATION(
            Mover.MINIMISE, EntryKind.MINIMISED, EnumSet.of(GRANTED, MINIMISED), MINIMISED, "what leaves; then entry"),
    DELIVERY_BEGINS(
            Mover.DELIVERY,
            EntryKind.DELIVERY_STARTED,
            EnumSet.of(GRANTED, MINIMISED, DELIVERING),
            DELIVERING,
            "entry with the name, before the first byte"),
    DELIVERY_CONFIRMED(
            Mover.DELIVERY,
            EntryKind.DELIVERED,
            EnumSet.of(DELIVERING),
            DELIVERED,
            "that it may be there; the file over there; then entry"),
    ACCEPTANCE(
            Mover.ACCEPTANCE,
            EntryKind.ACCEPTED,
            EnumSet.of(GRANTED),
            ACCEPTED,
            "entry, and everything announced by it"),
    ATTEMPTS_USED_UP(Mover.BROKER, EntryKind.HELD, States.UNDER_WAY, HELD, "entry with the last error"),
    DELIVERY_WOULD_DIFFER(
            Mover.DELIVERY,
            EntryKind.HELD,
            EnumSet.of(MINIMISED),
            HELD,
            "entry with the account; the stop of its interchange"),
    DELIVERY_MAY_BE_THE_SECOND(
            Mover.DELIVERY,
            EntryKind.HELD,
            EnumSet.of(DELIVERING),
            HELD,
            "entry with the restore that it came after; nothing was sent"),
    ACCEPTANCE_WOULD_DIFFER(
            Mover.ACCEPTANCE,
            EntryKind.HELD,
            EnumSet.of(GRANTED),
            HELD,
            "entry with the account; the stop of its interchange"),
    BYTES_CAME_RIGHT(Mover.INTAKE, EntryKind.REJECTED, EnumSet.of(QUARANTINED), REJECTED, "entry"),
    RELEASE_INBOUND(Mover.PERSON, EntryKind.RELEASED, States.WAITING, RECEIVED, "entry, ticket"),
    RELEASE_OUTBOUND(Mover.PERSON, EntryKind.RELEASED, States.WAITING, ANNOUNCED, "entry, ticket"),
    REPLAY_INBOUND(Mover.PERSON, EntryKind.REPLAYED, States.WAITING, RECEIVED, "entry with the difference, ticket"),
    REPLAY_OUTBOUND(Mover.PERSON, EntryKind.REPLAYED, States.WAITING, ANNOUNCED, "entry with the difference, ticket"),
    INQUIRER_VERIFIED(Mover.PERSON, EntryKind.ANNOUNCED, EnumSet.of(REFUSED), ANNOUNCED, "entry, ticket"),
    REJECTION(Mover.PERSON, EntryKind.REJECTED, States.WAITING, REJECTED, "entry, message for the error report"),
    WITHDRAWAL(
            Mover.PERSON,
            EntryKind.REJECTED,
            EnumSet.of(DELIVERING),
            REJECTED,
            "entry; its file gets no name over there any more"),
    MARKED_BY_HAND(Mover.PERSON, EntryKind.DELIVERED, EnumSet.of(HELD), DELIVERED, "entry with the evidence");

    /** Who brings an event about. */
    public enum Mover {
        INTAKE,
        ACCEPTANCE,
        SCHEDULE,
        COMPOSE,
        CHECK,
        GATE,
        MINIMISE,
        DELIVERY,
        /** The broker gave a ticket back as often as is set. */
        BROKER,
        /** An operator, by a command. */
        PERSON;

        /** Returns the name as it stands in the page. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Mover mover;
    private final EntryKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<TransferState> from;

    private final TransferState to;
    private final String durable;

    TransferEvent(Mover mover, EntryKind kind, Set<TransferState> from, TransferState to, String durable) {
        this.mover = mover;
        this.kind = kind;
        this.from = Set.copyOf(from);
        this.to = to;
        this.durable = durable;
    }

    public Mover mover() {
        return mover;
    }

    /** Returns what the ledger enters. */
    public EntryKind kind() {
        return kind;
    }

    /** Returns the states that it may find a transfer in; empty for one that begins a transfer. */
    public Set<TransferState> from() {
        return from;
    }

    public TransferState to() {
        return to;
    }

    /** Returns what is on the disk when the event has happened, in the order in which it gets there. */
    public String durable() {
        return durable;
    }

    /** Returns whether a transfer begins with it. */
    public boolean begins() {
        return from.isEmpty();
    }

    /** Returns the name as it stands in the page, for example {@code delivery-confirmed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean anyBegins(TransferState state) {
        return Arrays.stream(values()).anyMatch(event -> event.begins() && event.to == state);
    }

    static boolean anyMoves(TransferState from, TransferState to) {
        return Arrays.stream(values()).anyMatch(event -> event.to == to && event.from.contains(from));
    }

    /** Sets that several events share; a constant can't read a static field of its own enum. */
    private static final class States {

        static final Set<TransferState> UNDER_WAY =
                EnumSet.of(RECEIVED, ANNOUNCED, COMPOSED, CHECKED, GRANTED, MINIMISED, DELIVERING);
        static final Set<TransferState> WAITING = EnumSet.of(QUARANTINED, REFUSED, HELD);
    }
}
