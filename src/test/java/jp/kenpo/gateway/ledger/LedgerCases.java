package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.MacConfig2026;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of the ledger needs; the same tests run on each kind of database. */
abstract class LedgerCases {

    static final String RECEIPTS = "payer-fund.receipts";
    static final Clock NOON = Clock.fixed(Instant.parse("2026-10-15T03:00:00.123456Z"), ZoneId.of("Asia/Tokyo"));

    @TempDir
    Path temp;

    LedgerPlace place;
    LedgerSeal seal;
    Path head;
    Ledger ledger;
    private final List<AutoCloseable> opened = new ArrayList<>();

    abstract LedgerPlace place() throws SQLException;

    @BeforeEach
    void openTheLedger() throws GeneralSecurityException, SQLException {
        place = place();
        seal = freshSeal();
        head = temp.resolve("ledger.head");
        ledger = open(place);
    }

    @AfterEach
    void closeEverything() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
        opened.clear();
    }

    /** Opens the ledger as another process would. */
    Ledger open(LedgerPlace at) {
        LedgerDatabase database = at.database();
        opened.add(database);
        Ledger another = Ledger.open(database, seal, head, NOON);
        opened.add(0, another);
        return another;
    }

    Ledger reader(LedgerPlace at) {
        LedgerDatabase database = at.database();
        opened.add(database);
        Ledger another = Ledger.reader(database, seal, head);
        opened.add(0, another);
        return another;
    }

    Transfer received(String sha256) {
        return ledger.write(write -> recordReceived(write, sha256));
    }

    static Transfer recordReceived(LedgerWrite write, String sha256) {
        Transfer transfer = write.record(inbound(sha256, TransferState.RECEIVED));
        write.enter(transfer.id(), EntryKind.RECEIVED, Map.of("sha256", sha256, "size", 42));
        return transfer;
    }

    static NewTransfer inbound(String sha256, TransferState state) {
        return new NewTransfer(
                RECEIPTS,
                Direction.IN,
                "payer-fund",
                Set.of("3-0a"),
                state,
                "11_RECODEINFO_MED.CSV",
                "202610/11_RECODEINFO_MED.CSV|42",
                null,
                new Ticket("0123456789abcdef0123456789abcdef", "a2V5", sha256, 42));
    }

    static NewTransfer outbound(TransferId parent) {
        return new NewTransfer(
                "taisho-audit.receipt-check-request",
                Direction.OUT,
                "taisho-audit",
                Set.of("3-1"),
                TransferState.ANNOUNCED,
                null,
                null,
                parent,
                null);
    }

    /** Writes entries 1 to {@code count}, a transfer each. */
    void fill(int count) {
        for (int number = 1; number <= count; number++) {
            received("hash-" + number);
        }
    }

    /** Does what the ledger never does; constraints that stand in the way are no help against who owns the database. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = place.sql();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void assertWhole(long entries) {
        assertThat(ledger.verify()).isEqualTo(new Ledger.Verification(entries, null));
    }

    static LedgerSeal freshSeal() throws GeneralSecurityException {
        return new LedgerSeal(KeysetHandle.generateNew(LedgerSeal.keyParameters(), MacConfig2026.get()));
    }
}
