package jp.kenpo.gateway.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.TransferListing;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is collected during a day leaves as one; the same on each kind of database. */
abstract class BatchesCases {

    @TempDir
    Path temp;

    TrialSchedule gateway;
    private Map<String, String> database;

    abstract Map<String, String> database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        TrialSchedule.configuration(temp, Map.of(TrialSchedule.BATCH, "batch: {cut-off: \"17:00\"}"));
        database = database();
        gateway = TrialSchedule.open(temp, "var", database, new SteppedClock("2026-04-28T09:00"));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void makesOneTransferOfADayInTheOrderOfArrival() throws Exception {
        List<TransferId> parts = List.of(gateway.accept(1), gateway.accept(2), gateway.accept(1));
        gateway.clock.set("2026-04-28T16:59:59");
        assertThat(gateway.batches.makeDue()).isEmpty();

        gateway.clock.set("2026-04-28T17:00");
        TransferId batch = one(gateway.batches.makeDue());

        assertThat(gateway.list(batch)).isEqualTo(parts.get(0) + "\n" + parts.get(1) + "\n" + parts.get(2) + "\n");
        assertThat(gateway.ledger().parts().of(batch)).isEqualTo(parts);
        assertThat(gateway.ledger().parts().batchesOf(parts))
                .containsOnlyKeys(parts)
                .allSatisfy((part, batches) -> assertThat(batches).containsExactly(batch));
        Transfer transfer = gateway.ledger().find(batch).orElseThrow();
        assertThat(transfer.state()).isEqualTo(TransferState.ANNOUNCED);
        assertThat(transfer.parent()).isNull();
        assertThat(gateway.ledger().outgoing(10))
                .extracting(Ledger.Outgoing::queue, Ledger.Outgoing::transfer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ticket." + TrialSchedule.BATCH, batch));
        assertThat(gateway.batches.makeDue()).isEmpty();
        assertThat(gateway.ledger().verify().fault()).isNull();
    }

    @Test
    void sealsWhatTheBatchWasMadeOf() throws Exception {
        TransferId part = gateway.accept(2);
        gateway.accept(3);
        gateway.clock.set("2026-04-28T17:00");
        TransferId batch = one(gateway.batches.makeDue());

        Entry made = gateway.ledger().sealed(batch, Set.of(EntryKind.BATCHED)).orElseThrow();
        assertThat(made.details())
                .containsEntry("parts", 2)
                .containsEntry("records", 5)
                .containsEntry("cutOff", "2026-04-28T08:00:00Z")
                .containsEntry(
                        "sha256",
                        gateway.ledger().find(batch).orElseThrow().ticket().sha256());
        Entry joined =
                gateway.ledger().sealed(part, Set.of(EntryKind.COLLECTED)).orElseThrow();
        assertThat(joined.details()).containsEntry("batch", batch.value());
        assertThat(joined.state()).isEqualTo(TransferState.ACCEPTED);
    }

    @Test
    void isShownWithItsPartsAndTheyWithIt() throws Exception {
        TransferId part = gateway.accept(1);
        gateway.clock.set("2026-04-28T17:00");
        TransferId batch = one(gateway.batches.makeDue());

        TransferListing listing = new TransferListing(gateway.installation);
        assertThat(listing.account(batch, Locale.ENGLISH).orElseThrow().chain().parts())
                .containsExactly(part.value());
        assertThat(listing.account(part, Locale.ENGLISH).orElseThrow().chain().batches())
                .containsExactly(batch.value());
        assertThat(listing.transfers(TrialSchedule.IN, null, Set.of(), null, 10))
                .singleElement()
                .satisfies(view -> assertThat(view.batches()).containsExactly(batch.value()));
    }

    @Test
    void makesNoBatchOfNothing() throws Exception {
        gateway.clock.set("2026-04-28T17:00");
        assertThat(gateway.batches.makeDue()).isEmpty();
        assertThat(gateway.made()).isEmpty();
    }

    @Test
    void leavesWhatComesAtTheCutOffForTheNextBusinessDay() throws Exception {
        gateway.accept(1);
        gateway.clock.set("2026-04-28T17:00");
        TransferId late = gateway.accept(1);
        assertThat(gateway.batches.makeDue()).hasSize(1);

        // 昭和の日
        gateway.clock.set("2026-04-29T23:00");
        TransferId onHoliday = gateway.accept(1);
        assertThat(gateway.batches.makeDue()).isEmpty();

        gateway.clock.set("2026-04-30T17:00");
        TransferId second = one(gateway.batches.makeDue());
        assertThat(gateway.ledger().parts().of(second)).containsExactly(late, onHoliday);
    }

    @Test
    void makesABatchForEachDayThatItSlept() throws Exception {
        TransferId first = gateway.accept(1);
        gateway.clock.set("2026-04-28T18:00");
        TransferId second = gateway.accept(1);

        gateway.clock.set("2026-05-08T09:00");
        List<TransferId> made = gateway.batches.makeDue();

        assertThat(made).hasSize(2);
        assertThat(gateway.ledger().parts().of(made.get(0))).containsExactly(first);
        assertThat(gateway.ledger().parts().of(made.get(1))).containsExactly(second);
    }

    @Test
    void addsNothingToADayThatIsClosedWhenTheClockIsPutBack() throws Exception {
        gateway.accept(1);
        gateway.clock.set("2026-04-28T17:00");
        gateway.batches.makeDue();
        gateway.clock.set("2026-04-28T16:00");
        TransferId again = gateway.accept(1);

        gateway.clock.set("2026-04-28T17:30");
        assertThat(gateway.batches.makeDue()).isEmpty();
        gateway.clock.set("2026-04-30T17:00");
        assertThat(gateway.ledger().parts().of(one(gateway.batches.makeDue()))).containsExactly(again);
    }

    @Test
    void isMadeOnceWhenACrashLeftItsListBehind() throws Exception {
        TransferId part = gateway.accept(1);
        gateway.clock.set("2026-04-28T17:00");
        gateway.installation.payloads().keep(new ByteArrayInputStream((part + "\n").getBytes(UTF_8)), 100);
        gateway.close();
        gateway = TrialSchedule.open(temp, "var", database, gateway.clock);

        TransferId batch = one(gateway.batches.makeDue());

        assertThat(gateway.installation.payloads().sweep(gateway.ledger()::knowsPayload))
                .isEqualTo(1);
        assertThat(gateway.list(batch)).isEqualTo(part + "\n");
    }

    @Test
    void isMadeOnceByManyWhoTry() throws Exception {
        for (int round = 0; round < 5; round++) {
            gateway.clock.set("2026-06-0" + (round + 1) + "T09:00");
            IntStream.range(0, 20).forEach(each -> gateway.accept(1));
        }
        gateway.clock.set("2026-06-30T09:00");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<TransferId>> work = gateway.batches::makeDue;
            List<TransferId> made = pool.invokeAll(List.of(work, work, work, work)).stream()
                    .flatMap(each -> done(each).stream())
                    .sorted()
                    .toList();
            assertThat(made).hasSize(5).isEqualTo(gateway.made());
        } finally {
            pool.shutdownNow();
        }
        assertThat(gateway.made())
                .allSatisfy(
                        batch -> assertThat(gateway.ledger().parts().of(batch)).hasSize(20));
        assertThat(gateway.ledger().verify().fault()).isNull();
    }

    private static List<TransferId> done(Future<List<TransferId>> made) {
        try {
            return made.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static TransferId one(List<TransferId> made) {
        assertThat(made).hasSize(1);
        return made.get(0);
    }
}
