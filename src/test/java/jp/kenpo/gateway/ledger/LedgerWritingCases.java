package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.Test;

/** What the ledger keeps, and what it refuses to write. */
abstract class LedgerWritingCases extends GivenFilesCases {

    @Test
    void keepsATransferAsItWasRecorded() {
        Transfer recorded = received("aa");

        assertThat(ledger.find(recorded.id())).contains(recorded);
        assertThat(recorded)
                .isEqualTo(new Transfer(
                        recorded.id(),
                        RECEIPTS,
                        Direction.IN,
                        "payer-fund",
                        Set.of("3-0a"),
                        TransferState.RECEIVED,
                        "11_RECODEINFO_MED.CSV",
                        "202610/11_RECODEINFO_MED.CSV|42",
                        NOON.instant(),
                        NOON.instant(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Ticket("0123456789abcdef0123456789abcdef", "a2V5", "aa", 42),
                        null));
        assertThat(ledger.knowsPayload("0123456789abcdef0123456789abcdef")).isTrue();
        assertThat(ledger.knowsPayload("another")).isFalse();
    }

    @Test
    void entersWhatHappenedWithTheStateThatFollowed() {
        TransferId id = received("aa").id();
        ledger.write(write -> write.move(
                id,
                Set.of(TransferState.RECEIVED),
                TransferState.CHECKED,
                EntryKind.CHECKED,
                Map.of("records", 12, "at", NOON.instant(), "fields", List.of("receipt.points"))));

        assertThat(ledger.entriesOf(id))
                .extracting(Entry::number, Entry::kind, Entry::state, Entry::details)
                .containsExactly(
                        tuple(1L, EntryKind.RECEIVED, TransferState.RECEIVED, Map.of("sha256", "aa", "size", 42)),
                        tuple(
                                2L,
                                EntryKind.CHECKED,
                                TransferState.CHECKED,
                                Map.of(
                                        "records",
                                        12,
                                        "at",
                                        "2026-10-15T03:00:00.123456Z",
                                        "fields",
                                        List.of("receipt.points"))));
        assertThat(ledger.sealed(id, Set.of(EntryKind.CHECKED)).orElseThrow().number())
                .isEqualTo(2);
        assertThat(ledger.sealed(id, Set.of(EntryKind.GRANTED))).isEmpty();
        assertWhole(2);
    }

    @Test
    void givesWhatFailedOneTicketWhenItsTimeHasComeAndKeepsTheCount() {
        TransferId id = received("aa").id();
        Attempt failed = new Attempt(id, "ticket." + RECEIPTS, 3, NOON.instant(), NOON.instant());
        ledger.write(write -> {
            write.tryAgain(failed);
            return id;
        });

        assertThat(ledger.anyAttemptDue(NOON.instant().minusSeconds(1))).isFalse();
        assertThat(ledger.anyAttemptDue(NOON.instant())).isTrue();
        int announced = ledger.write(write -> write.announceDue(10));
        assertThat(announced).isEqualTo(1);

        assertThat(ledger.anyAttemptDue(NOON.instant())).isFalse();
        assertThat(ledger.attempts(Set.of(id)).get(id))
                .isEqualTo(new Attempt(id, "ticket." + RECEIPTS, 3, NOON.instant(), null));
    }

    @Test
    void takesTheSameBytesAgainOnceTheFirstAreRejectedInOnePieceOfWork() {
        TransferId wrong = ledger.write(write -> {
            TransferId id =
                    write.record(inbound("aa", TransferState.QUARANTINED)).id();
            write.enter(id, EntryKind.QUARANTINED, Map.of("why", "in the wrong place"));
            return id;
        });
        Transfer right = ledger.write(write -> {
            write.move(
                    wrong,
                    Set.of(TransferState.QUARANTINED),
                    TransferState.REJECTED,
                    EntryKind.REJECTED,
                    Map.of("why", "the same bytes came again"));
            return recordReceived(write, "aa");
        });

        assertThat(ledger.find(wrong).orElseThrow().state()).isEqualTo(TransferState.REJECTED);
        assertThat(ledger.find(right.id())).contains(right);
    }

    @Test
    void entersWhatConcernsNoTransfer() {
        ledger.write(write -> {
            write.enter(null, EntryKind.STARTED, Map.of("configuration", "abc"));
            return write.now();
        });

        assertWhole(1);
    }

    @Test
    void isDurableAndVisibleToAnotherProcessWhenTheCallReturns() {
        Ledger other = reader(place);

        for (int number = 1; number <= 20; number++) {
            TransferId id = received("hash-" + number).id();
            assertThat(other.find(id)).isPresent();
        }
    }

    @Test
    void undoesThePieceThatThrowsAndNoOther() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            Future<?> holding = callers.submit(() -> ledger.write(write -> {
                busy.countDown();
                await(go);
                return true;
            }));
            busy.await();
            Future<Transfer> before = callers.submit(() -> received("before"));
            Future<Transfer> broken = callers.submit(() -> ledger.write(write -> {
                recordReceived(write, "broken");
                throw new IllegalStateException("the work is broken");
            }));
            Future<Transfer> after = callers.submit(() -> received("after"));
            go.countDown();
            holding.get();

            assertThat(ledger.find(before.get().id())).isPresent();
            assertThat(ledger.find(after.get().id())).isPresent();
            assertThatThrownBy(broken::get)
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the work is broken");
        } finally {
            callers.shutdownNow();
        }
        assertThat(ledger.transfers(new Ledger.Filter(null, null, null, 10)))
                .extracting(transfer -> transfer.ticket().sha256())
                .containsExactlyInAnyOrder("before", "after");
        assertWhole(2);
    }

    @Test
    void keepsOneChainUnderSixteenCallers() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                String name = "caller-" + caller + "-";
                writing.add(callers.submit(() -> {
                    for (int number = 0; number < 25; number++) {
                        received(name + number);
                    }
                }));
            }
            for (Future<?> one : writing) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertWhole(400);
        assertThat(ledger.transfers(new Ledger.Filter(RECEIPTS, Set.of(TransferState.RECEIVED), null, 1_000)))
                .hasSize(400);
    }

    @Test
    void keepsOneChainWhenTwoProcessesWrite() throws Exception {
        Ledger command = open(place);
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            Future<?> gateway = processes.submit(() -> fill(100));
            Future<?> other = processes.submit(() -> {
                for (int number = 0; number < 100; number++) {
                    String name = "command-" + number;
                    command.write(write -> recordReceived(write, name));
                }
            });
            gateway.get(60, TimeUnit.SECONDS);
            other.get(60, TimeUnit.SECONDS);
        } finally {
            processes.shutdownNow();
        }
        assertWhole(200);
        assertThat(command.verify()).isEqualTo(ledger.verify());
        assertThat(open(place).verify()).isEqualTo(ledger.verify());
    }

    @Test
    void takesTheSameBytesOnceUnlessTheyWereRejected() {
        Transfer first = received("aa");
        assertThat(ledger.<Transfer>write(write ->
                        write.sameBytes(RECEIPTS, LedgerWrite.Origin.NONE, "aa").orElseThrow()))
                .isEqualTo(first);

        assertThatThrownBy(() -> received("aa")).isInstanceOf(RuntimeException.class);
        ledger.write(write -> {
            Transfer duplicate = write.record(inbound("aa", TransferState.DUPLICATE));
            write.enter(duplicate.id(), EntryKind.DUPLICATE, Map.of());
            return duplicate;
        });
        ledger.write(write -> {
            write.move(
                    first.id(),
                    Set.of(TransferState.RECEIVED),
                    TransferState.QUARANTINED,
                    EntryKind.QUARANTINED,
                    Map.of());
            return write.move(
                    first.id(),
                    Set.of(TransferState.QUARANTINED),
                    TransferState.REJECTED,
                    EntryKind.REJECTED,
                    Map.of());
        });
        Transfer again = received("aa");

        assertThat(again.id()).isGreaterThan(first.id());
        assertWhole(5);
    }

    @Test
    void announcesToAnInterchangeOnce() {
        TransferId parent = received("aa").id();
        Transfer child = ledger.write(write -> {
            Transfer made = write.record(outbound(parent));
            write.enter(made.id(), EntryKind.ANNOUNCED, Map.of("parent", parent.value()));
            return made;
        });

        assertThatThrownBy(() -> ledger.write(write -> write.record(outbound(parent))))
                .isInstanceOf(RuntimeException.class);
        assertThat(ledger.<Transfer>write(
                        write -> write.child(parent, child.interchange()).orElseThrow()))
                .isEqualTo(child);
        assertWhole(2);
    }

    @Test
    void movesOnlyFromTheExpectedStateAndOnlyAlongTheTable() {
        TransferId id = received("aa").id();

        assertThatThrownBy(() -> move(id, TransferState.CHECKED, TransferState.GRANTED))
                .isInstanceOf(StateConflictException.class)
                .hasMessage("transfer " + id + " is received");
        assertThatThrownBy(() -> move(id, TransferState.RECEIVED, TransferState.DELIVERED))
                .isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> ledger.write(write -> write.record(inbound("bb", TransferState.GRANTED))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no transfer begins in the state granted");
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.RECEIVED);
        assertWhole(1);
    }

    @Test
    void setsWhatTheStepsFindOut() {
        TransferId id = received("aa").id();
        Ticket projection = new Ticket("fedcba9876543210fedcba9876543210", "a2V5Mg==", "bb", 7);
        ledger.write(write -> {
            write.counted(id, 12, 11);
            write.decidedUnder(id, Set.of("3-1", "3-0a"));
            write.willSend(id, projection, "RECEIPT_20261015.CSV");
            write.failed(id, "connection-refused");
            write.findings(id, List.of("{\"line\":1}", "{\"line\":2}"));
            return id;
        });

        Transfer transfer = ledger.find(id).orElseThrow();
        assertThat(transfer.records()).isEqualTo(12);
        assertThat(transfer.members()).isEqualTo(11);
        assertThat(transfer.purposes()).containsExactly("3-0a", "3-1");
        assertThat(transfer.ticket()).isEqualTo(projection);
        assertThat(transfer.fileName()).isEqualTo("RECEIPT_20261015.CSV");
        assertThat(transfer.lastError()).isEqualTo("connection-refused");
        assertThat(ledger.findingsOf(id)).containsExactly("{\"line\":1}", "{\"line\":2}");

        move(id, TransferState.RECEIVED, TransferState.CHECKED);
        assertThat(ledger.find(id).orElseThrow().lastError()).isNull();
    }

    @Test
    void sendsMessagesInTheirOrderAndNeverGivesANumberTwice() {
        AtomicInteger woken = new AtomicInteger();
        ledger.onOutgoing(() -> {
            woken.incrementAndGet();
            throw new IllegalStateException("a listener that fails harms nobody");
        });
        TransferId id = received("aa").id();
        ledger.write(write -> {
            write.announce("taisho-audit.receipt-check-request", id);
            write.announce("core-system.receipts", id, "{}");
            return id;
        });
        List<Ledger.Outgoing> outgoing = ledger.outgoing(10);
        ledger.write(write -> {
            write.sent(outgoing.stream().map(Ledger.Outgoing::id).toList());
            return id;
        });
        ledger.write(write -> {
            write.announce("core-system.receipts", id);
            return id;
        });

        assertThat(outgoing)
                .containsExactly(
                        new Ledger.Outgoing(1, "taisho-audit.receipt-check-request", id, null),
                        new Ledger.Outgoing(2, "core-system.receipts", id, "{}"));
        assertThat(ledger.outgoing(10)).containsExactly(new Ledger.Outgoing(3, "core-system.receipts", id, null));
        // the listener is woken after the callers
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(woken).hasValue(2));
    }

    @Test
    void listsTheNewestFirst() {
        fill(5);
        Instant noon = NOON.instant();

        assertThat(ledger.transfers(new Ledger.Filter(RECEIPTS, null, noon, 2)))
                .extracting(transfer -> transfer.ticket().sha256())
                .containsExactly("hash-5", "hash-4");
        assertThat(ledger.transfers(new Ledger.Filter(null, null, noon.plusNanos(1_000), 9)))
                .isEmpty();
        assertThat(ledger.transfers(new Ledger.Filter(null, Set.of(TransferState.HELD), null, 9)))
                .isEmpty();
        assertThat(ledger.transfers(new Ledger.Filter(null, Set.of(), null, 9))).isEmpty();
        assertThat(ledger.lastChange(RECEIPTS)).contains(noon);
        assertThat(ledger.lastChange("nobody.nothing")).isEmpty();
    }

    @Test
    void refusesToWriteFromInsideAPieceAndAfterTheEnd() {
        assertThatThrownBy(() -> ledger.write(write -> received("aa")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a piece of work can't wait");
        ledger.close();
        assertThatThrownBy(() -> received("aa")).hasMessage("the ledger is closed");
        assertThatThrownBy(() -> reader(place).write(LedgerWrite::now))
                .hasMessage("this ledger was opened for reading");
        assertThat(reader(place).verify()).isEqualTo(new Ledger.Verification(0, null));
    }

    @Test
    void anInterchangeStandsStillUntilItsTransferIsMoved() {
        TransferId lost = received("aa").id();
        TransferId waiting = received("bb").id();
        ledger.write(write -> {
            write.stop(lost, RECEIPTS, "ticket." + RECEIPTS);
            write.stop(lost, RECEIPTS, "ticket." + RECEIPTS);
            write.tryAgain(new Attempt(
                    waiting,
                    "ticket." + RECEIPTS,
                    0,
                    NOON.instant(),
                    NOON.instant().plusSeconds(60)));
            return write.move(
                    lost, Set.of(TransferState.RECEIVED), TransferState.HELD, EntryKind.HELD, Map.of("error", "x"));
        });
        assertThat(open(place).stoppages()).containsExactly(new Stoppage(RECEIPTS, lost, NOON.instant()));
        assertThat(ledger.isStopped(RECEIPTS)).isTrue();
        assertThat(ledger.isStopped("payer-fund.other")).isFalse();
        assertThat(ledger.anyAttemptDue(NOON.instant())).isFalse();

        move(lost, TransferState.HELD, TransferState.REJECTED);

        assertThat(ledger.isStopped(RECEIPTS)).isFalse();
        assertThat(ledger.anyAttemptDue(NOON.instant())).isTrue();
    }

    @Test
    void findsTheNewestEntryThatConcernsNoTransfer() {
        Set<EntryKind> kinds = Set.of(EntryKind.RESTORED, EntryKind.RESTORE_SETTLED);
        received("aa");
        assertThat(ledger.sealedOfNoTransfer(kinds)).isEmpty();
        for (EntryKind kind : List.of(EntryKind.RESTORED, EntryKind.STARTED, EntryKind.RESTORE_SETTLED)) {
            ledger.write(write -> {
                write.enter(null, kind, Map.of());
                return kind;
            });
        }

        assertThat(ledger.sealedOfNoTransfer(kinds))
                .get()
                .extracting(Entry::kind)
                .isEqualTo(EntryKind.RESTORE_SETTLED);
    }

    private void move(TransferId id, TransferState from, TransferState to) {
        ledger.write(write -> write.move(id, Set.of(from), to, EntryKind.CHECKED, Map.of()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
