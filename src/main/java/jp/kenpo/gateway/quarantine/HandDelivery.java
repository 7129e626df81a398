package jp.kenpo.gateway.quarantine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;

/**
 * Enters that a file is at the counterparty after all, with the evidence of a person. Only what was granted, minimised and
 * held in the middle of its delivery can be there; what was refused never can.
 */
public final class HandDelivery implements Act {

    private static final Set<EntryKind> STEPS = Set.of(
            EntryKind.GRANTED,
            EntryKind.REFUSED,
            EntryKind.MINIMISED,
            EntryKind.DELIVERY_STARTED,
            EntryKind.RELEASED,
            EntryKind.REPLAYED);

    private final Ledger ledger;
    private final String by;
    private final String evidence;

    /**
     * @param by name of the user of the operating system
     * @param evidence how it is known that the file is there; nothing about a member
     */
    public HandDelivery(Ledger ledger, String by, String evidence) {
        this.ledger = ledger;
        this.by = by;
        this.evidence = evidence;
    }

    @Override
    public Prospect prospect(Transfer transfer) {
        boolean inDelivery = transfer.direction() == Direction.OUT
                && transfer.state() == TransferState.HELD
                && ledger.sealed(transfer.id(), STEPS)
                        .filter(entry -> entry.kind() == EntryKind.DELIVERY_STARTED)
                        .isPresent();
        return inDelivery ? Prospect.CLEAR : Prospect.blocked(Obstacle.NOT_IN_DELIVERY);
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) {
        Map<String, Object> facts = new LinkedHashMap<>(
                ledger.sealed(transfer.id(), STEPS).map(Entry::details).orElseThrow());
        facts.put("byHand", true);
        facts.put("by", by);
        facts.put("evidence", evidence);
        return write -> write.move(
                transfer.id(), Set.of(TransferState.HELD), TransferState.DELIVERED, EntryKind.DELIVERED, facts);
    }
}
