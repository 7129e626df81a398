package jp.kenpo.gateway.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;

/** Lists the transfers in an installation's ledger, and tells everything about one. */
public final class TransferListing {

    private final Installation installation;

    public TransferListing(Installation installation) {
        this.installation = installation;
    }

    /**
     * Returns transfers, the newest first.
     *
     * @param interchange full name, or null for any
     * @param party id of a party, or null for any
     * @param states any of these; empty means all
     * @param since received at this time or later, or null
     * @throws NeverStartedException if there is no ledger
     */
    public List<TransferView> transfers(
            @Nullable String interchange,
            @Nullable String party,
            Set<TransferState> states,
            @Nullable Instant since,
            int limit) {
        var filter = new Ledger.Filter(interchange, party, states.isEmpty() ? null : states, since, limit);
        var ledger = installation.ledger();
        var found = ledger.transfers(filter);
        var ids = found.stream().map(Transfer::id).toList();
        var batches = ledger.parts().batchesOf(ids);
        var attempts = ledger.attempts(ids);
        var acknowledged = ledger.acknowledgements().by(ids);
        return found.stream()
                .map(transfer -> TransferView.of(
                        transfer,
                        batches.getOrDefault(transfer.id(), List.of()),
                        attempts.get(transfer.id()),
                        acknowledged.get(transfer.id())))
                .toList();
    }

    /** Returns the transfers that wait for a person, the newest first. */
    public List<TransferView> waiting(int limit) {
        var states = Arrays.stream(TransferState.values())
                .filter(TransferState::waits)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TransferState.class)));
        return transfers(null, null, states, null, limit);
    }

    /** Returns what was entered last about a transfer, as one line; empty if the ledger knows none of that id. */
    public String lastEntry(String transfer) {
        var entries = installation.ledger().entriesOf(new TransferId(transfer));
        return entries.isEmpty()
                ? ""
                : EntryView.of(entries.get(entries.size() - 1)).line();
    }

    /**
     * Returns all that the ledger tells about a transfer, or empty if it knows none of that id.
     *
     * @param locale language of the findings
     */
    public Optional<TransferAccount> account(TransferId id, Locale locale) {
        var ledger = installation.ledger();
        return ledger.find(id).map(transfer -> account(ledger, transfer, locale));
    }

    private TransferAccount account(Ledger ledger, Transfer transfer, Locale locale) {
        var batches = ledger.parts().batchesOf(List.of(transfer.id())).getOrDefault(transfer.id(), List.of());
        return new TransferAccount(
                TransferView.of(
                        transfer,
                        batches,
                        ledger.attempts(List.of(transfer.id())).get(transfer.id()),
                        ledger.acknowledgements().by(List.of(transfer.id())).get(transfer.id())),
                ledger.entriesOf(transfer.id()).stream().map(EntryView::of).toList(),
                ledger.findingsOf(transfer.id()).stream()
                        .map(json -> FindingView.kept(json, locale))
                        .toList(),
                ledger.outcomes(transfer.id()),
                ErrorReportView.of(installation, ledger, transfer).orElse(null),
                new TransferAccount.Chain(
                        parents(ledger, transfer),
                        children(ledger, transfer),
                        values(batches),
                        values(ledger.parts().of(transfer.id()))));
    }

    private static List<String> parents(Ledger ledger, Transfer transfer) {
        var parents = new ArrayList<String>();
        var next = Optional.ofNullable(transfer.parent());
        while (next.isPresent() && !parents.contains(next.get().value())) {
            parents.add(next.get().value());
            next = next.flatMap(ledger::find).map(Transfer::parent);
        }
        return parents;
    }

    private static List<String> children(Ledger ledger, Transfer transfer) {
        return ledger.childrenOf(transfer.id()).stream()
                .map(child -> child.id().value())
                .toList();
    }

    private static List<String> values(List<TransferId> ids) {
        return ids.stream().map(TransferId::value).toList();
    }
}
