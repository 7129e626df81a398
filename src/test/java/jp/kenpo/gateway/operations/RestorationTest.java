package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger that was restored says of transfers that had not come to an end when it was copied. */
class RestorationTest {

    @TempDir
    Path folder;

    @Test
    void nobodyKnowsOfAnythingThatGoesOutWhetherItIsThere() {
        try (Installation installation = new TrialInstallation(folder).running()) {
            Ledger ledger = installation.ledger();
            TransferId announced = recorded(ledger, Direction.OUT, TransferState.ANNOUNCED);
            TransferId held = recorded(ledger, Direction.OUT, TransferState.ANNOUNCED);
            ledger.write(write -> write.move(
                    held, Set.of(TransferState.ANNOUNCED), TransferState.HELD, EntryKind.HELD, Map.of("error", "x")));
            TransferId in = recorded(ledger, Direction.IN, TransferState.RECEIVED);

            assertThat(Restoration.settle(ledger, TrialInstallation.NOW.minus(Duration.ofHours(1)), Map.of()))
                    .isEqualTo(2);

            assertThat(ledger.mayBeThere(announced)).isTrue();
            assertThat(ledger.mayBeThere(held))
                    .as("may have been released since")
                    .isTrue();
            assertThat(ledger.mayBeThere(in)).isFalse();
        }
    }

    private static TransferId recorded(Ledger ledger, Direction direction, TransferState state) {
        return ledger.write(write -> write.record(new LedgerWrite.NewTransfer(
                        "taisho-audit.receipt-check-request",
                        direction,
                        "taisho-audit",
                        Set.of("3-1"),
                        state,
                        null,
                        null,
                        null,
                        null))
                .id());
    }
}
