package jp.kenpo.gateway.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.gate.ReportRecipient;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;

/**
 * Whether the party that sent a file was told what is wrong in it.
 *
 * @param state {@code sent}; {@code waiting}: soon, or tried again; {@code not-agreed}: its file in
 *     {@code config/counterparties/} has no {@code error-reports}
 * @param files where the report lies at the party
 */
public record ErrorReportView(String state, List<String> files) {

    /** Returns empty where no check found errors in the content. */
    static Optional<ErrorReportView> of(Installation installation, Ledger ledger, Transfer transfer) {
        Optional<Entry> reported = ledger.sealed(transfer.id(), Set.of(EntryKind.ERROR_REPORTED));
        if (reported.isPresent()) {
            return Optional.of(new ErrorReportView("sent", files(reported.get())));
        }
        if (!ReportRecipient.hasFaultyContent(ledger, transfer)) {
            return Optional.empty();
        }
        boolean agreed = ReportRecipient.of(ledger, installation.counterparties(), transfer)
                .isPresent();
        return Optional.of(new ErrorReportView(agreed ? "waiting" : "not-agreed", List.of()));
    }

    private static List<String> files(Entry reported) {
        List<String> paths = new ArrayList<>();
        if (reported.details().get("files") instanceof Collection<?> files) {
            for (Object file : files) {
                if (file instanceof Map<?, ?> facts) {
                    paths.add(String.valueOf(facts.get("file")));
                }
            }
        }
        return paths;
    }
}
