package jp.kenpo.gateway.gate;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Who may get the error report (エラー報告) about a transfer: the party that sent the very bytes in which the errors
 * were found, or which a person rejected, if it agreed to get reports, and nobody else.
 *
 * @param counterparty who it is
 * @param party which of its parties, where it is many; else null
 * @param folder where the report goes there
 */
public record ReportRecipient(
        Counterparty counterparty, @Nullable String party, String folder) {

    private static final Set<EntryKind> MADE_OTHER_BYTES = Set.of(EntryKind.COMPOSED, EntryKind.MINIMISED);
    private static final Set<EntryKind> WHICH_BYTES =
            Set.of(EntryKind.COMPOSED, EntryKind.MINIMISED, EntryKind.RELEASED, EntryKind.REPLAYED);

    /**
     * Decides for a transfer. What a route announced further and could not use goes back to where it came from; the
     * errors of a file that the gateway made itself are nobody's but its own.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry that it rests on was changed
     */
    public static Optional<ReportRecipient> of(Ledger ledger, CounterpartyRegister counterparties, Transfer transfer) {
        return hasFaultyContent(ledger, transfer) || rejection(ledger, transfer).isPresent()
                ? sender(ledger, transfer).flatMap(sent -> recipient(counterparties, sent))
                : Optional.empty();
    }

    private static Optional<ReportRecipient> recipient(CounterpartyRegister counterparties, Transfer sent) {
        Counterparty counterparty = counterparties.find(sent.counterparty()).orElse(null);
        if (counterparty == null || counterparty.errorFolder() == null) {
            return Optional.empty();
        }
        if (!counterparty.hasParties()) {
            return Optional.of(new ReportRecipient(counterparty, null, counterparty.errorFolder()));
        }
        return counterparty.parties().stream()
                .filter(party -> party.id().equals(sent.party()))
                .map(party -> new ReportRecipient(counterparty, party.id(), counterparty.errorFolder()))
                .findFirst();
    }

    /** Returns whether a check found errors in the content, and no person let the transfer go on since. */
    public static boolean hasFaultyContent(Ledger ledger, Transfer transfer) {
        boolean stopped = transfer.state() == TransferState.QUARANTINED || transfer.state() == TransferState.REJECTED;
        return stopped
                && ledger.sealed(transfer.id(), Set.of(EntryKind.QUARANTINED))
                        .filter(entry -> entry.details().containsKey("errors"))
                        .isPresent();
    }

    /** Returns why a person of the society rejected what a party sent (却下); empty for everything else. */
    public static Optional<String> rejection(Ledger ledger, Transfer transfer) {
        return transfer.state() != TransferState.REJECTED || transfer.direction() != Direction.IN
                ? Optional.empty()
                : ledger.sealed(transfer.id(), Set.of(EntryKind.REJECTED))
                        .map(entry -> entry.details().get("reason"))
                        .map(String::valueOf);
    }

    private static Optional<Transfer> sender(Ledger ledger, Transfer transfer) {
        if (transfer.direction() == Direction.IN) {
            return Optional.of(transfer);
        }
        TransferId parent = transfer.parent();
        boolean madeHere = ledger.sealed(transfer.id(), WHICH_BYTES)
                .filter(entry -> MADE_OTHER_BYTES.contains(entry.kind()))
                .isPresent();
        return madeHere || parent == null
                ? Optional.empty()
                : ledger.find(parent).flatMap(source -> sender(ledger, source));
    }
}
