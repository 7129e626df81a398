package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.Test;

/** What the ledger knows of files that a counterparty may have. */
abstract class GivenFilesCases extends LedgerCases {

    @Test
    void knowsWhoElseBeganToDeliverUnderAPath() {
        TransferId first = begun("requests/A_1.csv");
        TransferId second = begun("requests/A_1.csv");
        TransferId another = begun("requests/AX1.csv");

        assertThat(begunAs("requests/A_1.csv", first)).contains(second);
        assertThat(begunAs("requests/A_1.csv", second)).contains(first);
        assertThat(begunAs("requests/AX1.csv", another)).isEmpty();
        assertThat(begunAs("A_1.csv", another)).isEmpty();
        assertThat(ledger.movements().begunAs("jast", "requests/A_1.csv", first))
                .isEmpty();
    }

    @Test
    void nobodyWaitsForAFileThatWasTakenBackBeforeItCouldBeThere() {
        TransferId withdrawn = begun("requests/A_1.csv");
        TransferId second = begun("requests/A_1.csv");
        move(withdrawn, TransferState.GRANTED, EntryKind.GRANTED);
        move(withdrawn, TransferState.DELIVERING, EntryKind.DELIVERY_STARTED);
        Map<String, Object> facts = Map.of("reason", "wrong month", "from", "delivering");
        ledger.write(write -> write.move(
                withdrawn, Set.of(TransferState.DELIVERING), TransferState.REJECTED, EntryKind.REJECTED, facts));

        assertThat(begunAs("requests/A_1.csv", second)).isEmpty();
    }

    @Test
    void knowsWhoseFileMayBeAtTheCounterpartyUntilItsEnd() {
        TransferId id = begun("requests/A_1.csv");
        assertThatThrownBy(() -> willBeThere(id))
                .isInstanceOf(StateConflictException.class)
                .hasMessage("transfer " + id + " is announced");
        move(id, TransferState.GRANTED, EntryKind.GRANTED);
        move(id, TransferState.DELIVERING, EntryKind.DELIVERY_STARTED);
        assertThatThrownBy(() -> ledger.write(write -> {
                    write.willBeThere(id, "bb");
                    return id;
                }))
                .as("other bytes than it has now")
                .isInstanceOf(StateConflictException.class);
        assertThat(ledger.mayBeThere(id)).isFalse();

        willBeThere(id);
        willBeThere(id);
        assertThat(ledger.mayBeThere(id)).isTrue();
        move(id, TransferState.HELD, EntryKind.HELD);
        assertThat(reader(place).mayBeThere(id)).isTrue();

        move(id, TransferState.REJECTED, EntryKind.REJECTED);
        assertThat(ledger.mayBeThere(id)).isFalse();
        assertThatThrownBy(() -> willBeThere(id)).isInstanceOf(StateConflictException.class);
    }

    private void willBeThere(TransferId id) {
        ledger.write(write -> {
            write.willBeThere(id, "aa");
            return id;
        });
    }

    private void move(TransferId id, TransferState to, EntryKind kind) {
        TransferState from = ledger.find(id).orElseThrow().state();
        ledger.write(write -> write.move(id, Set.of(from), to, kind, Map.of()));
    }

    private Optional<TransferId> begunAs(String path, TransferId but) {
        return ledger.movements().begunAs("taisho-audit", path, but);
    }

    private TransferId begun(String path) {
        return ledger.write(write -> {
            TransferId id = write.record(new LedgerWrite.NewTransfer(
                            "taisho-audit.receipt-check-request",
                            Direction.OUT,
                            "taisho-audit",
                            Set.of("3-1"),
                            TransferState.ANNOUNCED,
                            null,
                            null,
                            null,
                            new Ticket("0123456789abcdef0123456789abcdef", "a2V5", "aa", 42)))
                    .id();
            write.enter(id, EntryKind.DELIVERY_STARTED, Map.of("file", path, "size", 1));
            return id;
        });
    }
}
