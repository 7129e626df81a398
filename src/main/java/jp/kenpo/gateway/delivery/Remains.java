package jp.kenpo.gateway.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;

/**
 * Tells what broken deliveries left at a counterparty that no delivery of an interchange tidies up: error reports that are
 * not due any more, and files of interchanges that were taken out of the configuration.
 */
final class Remains {

    private static final Pattern REPORT = Pattern.compile("((?:ERROR|REJECTED)_([0-9A-Z]{26})(?:_\\d+)?)[.]\\w+");

    private final CounterpartyRegister counterparties;
    private final Ledger ledger;
    private final DueReports reports;

    Remains(CounterpartyRegister counterparties, Ledger ledger, DueReports reports) {
        this.counterparties = counterparties;
        this.ledger = ledger;
        this.reports = reports;
    }

    /** Says which report is to be given now. */
    interface DueReports {
        /** Returns its name without an ending; empty if none is due, or it was given. */
        Optional<String> nameOf(Transfer transfer);
    }

    /** Returns whether nobody goes on with the file of this key. What the ledger does not know is not judged. */
    boolean has(String key) {
        Matcher report = REPORT.matcher(key);
        if (report.matches()) {
            return ledger.find(new TransferId(report.group(2)))
                    .filter(transfer -> !reports.nameOf(transfer).equals(Optional.of(report.group(1))))
                    .isPresent();
        }
        return DeliveryKey.transferOf(key)
                .flatMap(ledger::find)
                .filter(transfer ->
                        counterparties.interchange(transfer.interchange()).isEmpty())
                .filter(transfer -> transfer.state() != TransferState.HELD && !isMarkedByHand(ledger, transfer))
                .isPresent();
    }

    /** A person who says that it is there may mean the very file that lies there under its temporary name. */
    static boolean isMarkedByHand(Ledger ledger, Transfer transfer) {
        return transfer.state() == TransferState.DELIVERED
                && ledger.sealed(transfer.id(), Set.of(EntryKind.DELIVERED))
                        .filter(entry -> entry.details().containsKey("byHand"))
                        .isPresent();
    }
}
