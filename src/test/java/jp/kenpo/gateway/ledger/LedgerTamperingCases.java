package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ledger notices whoever goes around it, names the first bad entry, and never repairs itself. */
abstract class LedgerTamperingCases extends LedgerCases {

    private static final String NOT_SEALED = "the entry is not the one that was sealed after entry ";

    @Test
    void namesAChangedEntry() throws Exception {
        fill(10);
        for (String change : new String[] {
            "details = '{}'", "at = at + 1", "kind = 'delivered'", "state = 'held'", "transfer = null", "mac = '00'"
        }) {
            String[] kept = row(4);
            tamper("update entry set " + change + " where number = 4");

            Ledger.Fault fault = fault();
            assertThat(fault.number()).as(change).isEqualTo(4);
            assertThat(fault.what()).isEqualTo(NOT_SEALED + 3);
            restore(4, kept);
        }
        assertWhole(10);
    }

    @Test
    void namesAnEntryRemovedInTheMiddle() throws Exception {
        fill(10);
        tamper("delete from entry where number = 4");

        assertThat(fault()).isEqualTo(new Ledger.Fault(4, null, "the entry is missing"));
    }

    @Test
    void namesAnEntryRemovedInTheMiddleAlsoWhenTheRestMovesUp() throws Exception {
        fill(10);
        tamper("delete from entry where number = 4");
        for (int number = 5; number <= 10; number++) {
            tamper("update entry set number = " + (number - 1) + " where number = " + number);
        }

        assertThat(fault().number()).isEqualTo(4);
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() throws Exception {
        fill(10);
        tamper(
                "update entry set number = -1 where number = 4",
                "update entry set number = 4 where number = 5",
                "update entry set number = 5 where number = -1");

        Ledger.Fault fault = fault();
        assertThat(fault.number()).isEqualTo(4);
        assertThat(fault.what()).isEqualTo(NOT_SEALED + 3);
    }

    @Test
    void namesWhatIsMissingAtTheEnd() throws Exception {
        fill(10);
        tamper("delete from entry where number > 8");

        String what = "the database ends at entry 8, but entry 10 was sealed";
        assertThat(fault()).isEqualTo(new Ledger.Fault(9, null, what));
        assertThatThrownBy(() -> open(place))
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessage("the ledger is broken at entry 9: " + what
                        + "; run: ledger verify, and ask whoever may write to the database");
    }

    @Test
    void writesNothingOntoAnEndThatWasCutOffWhileItRuns() throws Exception {
        fill(10);
        tamper("delete from entry where number > 8");

        assertThatThrownBy(() -> received("next")).isInstanceOf(LedgerBrokenException.class);
        assertThatThrownBy(() -> received("next")).isInstanceOf(LedgerBrokenException.class);
        assertThat(fault().number()).isEqualTo(9);
    }

    @Test
    void namesAnEntryAppendedBySql() throws Exception {
        fill(10);
        String plausible = "0123456789abcdef".repeat(4);
        tamper("insert into entry (number, at, transfer, kind, state, details, mac)"
                + " select 11, at, transfer, kind, state, details, '" + plausible + "' from entry where number = 10");

        assertThat(fault().number()).isEqualTo(11);
        assertThatThrownBy(() -> received("next")).isInstanceOf(LedgerBrokenException.class);
        assertThatThrownBy(() -> open(place)).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void noticesThatYesterdaysCopyWasPutBack() throws Exception {
        fill(5);
        closeEverything();
        LedgerPlace yesterday = place.copy();
        ledger = open(place);
        received("today");

        assertThat(reader(yesterday).verify().fault())
                .isEqualTo(new Ledger.Fault(6, null, "the database ends at entry 5, but entry 6 was sealed"));
        assertThatThrownBy(() -> open(yesterday)).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void noticesAnotherHistoryOfTheSameLength() throws Exception {
        fill(5);
        closeEverything();
        LedgerPlace yesterday = place.copy();
        byte[] headOfYesterday = Files.readAllBytes(head);
        ledger = open(place);
        received("today");
        byte[] headOfToday = Files.readAllBytes(head);
        ledger.close();
        Files.write(head, headOfYesterday);
        ledger = open(yesterday);
        received("another today");
        Files.write(head, headOfToday);

        assertThat(fault().what()).isEqualTo("the head file sealed another entry of this number");
        assertThatThrownBy(() -> open(yesterday)).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void namesATransferWhoseStateWasChangedOrRemoved() throws Exception {
        fill(3);
        TransferId id = received("aa").id();
        tamper("update transfer set state = 'delivered' where id = '" + id + "'");
        assertThat(fault())
                .isEqualTo(new Ledger.Fault(
                        4, id.value(), "the state of the transfer is not the one its last entry says"));

        tamper("update transfer set state = 'received' where id = '" + id + "'");
        assertThat(ledger.verify().fault()).isNull();
    }

    @Test
    void namesATransferThatNoEntryTellsOf() {
        Transfer silent = ledger.write(write -> write.record(inbound("aa", TransferState.RECEIVED)));

        assertThat(fault()).isEqualTo(new Ledger.Fault(0, silent.id().value(), "the transfer is in no entry"));
    }

    @Test
    void doesNotTakeAForgedGrant() throws Exception {
        TransferId id = received("aa").id();
        tamper("update entry set kind = 'granted' where number = 1");

        assertThatThrownBy(() -> ledger.sealed(id, Set.of(EntryKind.GRANTED)))
                .isInstanceOf(LedgerBrokenException.class);
        tamper("update entry set kind = 'nonsense' where number = 1");
        assertThatThrownBy(() -> ledger.entriesOf(id)).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void doesNotStartWithoutItsHeadFile() throws Exception {
        fill(3);
        ledger.close();
        Files.delete(head);

        assertThat(fault())
                .isEqualTo(new Ledger.Fault(
                        3,
                        null,
                        "the head file is missing, so that nobody can tell whether later entries were removed"));
        assertThatThrownBy(() -> open(place)).isInstanceOf(LedgerBrokenException.class);
        assertThat(head).doesNotExist();
    }

    @Test
    void doesNotStartWithAForgedHeadFile() throws Exception {
        fill(3);
        ledger.close();
        String forged = ("2 " + "0123456789abcdef".repeat(4) + " " + "0123456789abcdef".repeat(4) + "\n").repeat(4);
        Files.writeString(head, forged);

        String what = "the head file ledger.head holds no end of the chain that was sealed with the ledger's key";
        assertThat(fault()).isEqualTo(new Ledger.Fault(0, null, what));
        assertThatThrownBy(() -> open(place))
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessage(what);
        assertThat(Files.readString(head)).isEqualTo(forged);
    }

    @Test
    void goesOnAfterACrashBetweenCommitAndHead() throws Exception {
        fill(3);
        byte[] behind = Files.readAllBytes(head);
        fill("later-", 2);
        ledger.close();
        Files.write(head, behind);

        ledger = open(place);
        received("next");
        assertWhole(6);
    }

    @Test
    void survivesATornWriteOfOneSlot() throws Exception {
        fill(3);
        ledger.close();
        byte[] slots = Files.readAllBytes(head);
        int newest = new String(slots, 0, 1, java.nio.charset.StandardCharsets.US_ASCII).equals("3") ? 0 : 256;
        slots[newest + 70] ^= 1;
        Files.write(head, slots, StandardOpenOption.TRUNCATE_EXISTING);

        ledger = open(place);
        received("next");
        assertWhole(4);
    }

    @Test
    void doesNotStartWithAnotherKey() throws Exception {
        fill(3);
        seal = freshSeal();

        assertThatThrownBy(() -> open(place)).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void verifiesAHundredThousandEntries() throws Exception {
        int pieces = 100;
        for (int piece = 0; piece < pieces; piece++) {
            ledger.write(write -> {
                for (int number = 0; number < 1_000; number++) {
                    write.enter(null, EntryKind.STARTED, Map.of("configuration", "hash-" + number));
                }
                return pieces;
            });
        }
        long begin = System.nanoTime();

        assertWhole(100_000);
        Files.writeString(
                java.nio.file.Path.of("target", getClass().getSimpleName() + "-verify.txt"),
                "100,000 entries verified in " + (System.nanoTime() - begin) / 1_000_000 + " ms\n");
    }

    private void fill(String prefix, int count) {
        for (int number = 1; number <= count; number++) {
            received(prefix + number);
        }
    }

    private Ledger.Fault fault() {
        Ledger.Fault fault = ledger.verify().fault();
        assertThat(fault).isNotNull();
        return fault;
    }

    private String[] row(int number) throws SQLException {
        try (Connection connection = place.sql();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select at, transfer, kind, state, details, mac from entry where number = " + number)) {
            rows.next();
            String[] values = new String[6];
            for (int column = 0; column < values.length; column++) {
                values[column] = rows.getString(column + 1);
            }
            return values;
        }
    }

    private void restore(int number, String[] values) throws SQLException {
        tamper(String.format(
                "update entry set at = %s, transfer = '%s', kind = '%s', state = '%s', details = '%s', mac = '%s'"
                        + " where number = " + number,
                (Object[]) values));
    }
}
