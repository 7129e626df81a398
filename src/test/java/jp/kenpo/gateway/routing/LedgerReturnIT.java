package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.MacConfig2026;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import jp.kenpo.gateway.ledger.LedgerSeal;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import jp.kenpo.gateway.testing.SilentWay;
import jp.kenpo.gateway.watch.LedgerLink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReturnIT {

    @TempDir
    Path temp;

    private final Clock clock = Clock.systemUTC();
    private final LedgerLink link = new LedgerLink(clock, System::nanoTime);

    @Test
    void seesThatTheDatabaseIsBackAlthoughNothingIsToBeWritten() throws Exception {
        LedgerSeal seal = new LedgerSeal(KeysetHandle.generateNew(LedgerSeal.keyParameters(), MacConfig2026.get()));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SilentWay way = new SilentWay(postgres.getPort());
                LedgerDatabase database = LedgerDatabase.postgresql(
                        "jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres?connectTimeout=2&socketTimeout=2",
                        "postgres",
                        null);
                Ledger ledger = Ledger.open(database, seal, temp.resolve("head"), clock);
                LedgerReturn watch = new LedgerReturn(ledger, link)) {
            watch.start();
            way.fallSilent();
            assertThatThrownBy(() -> ledger.write(write -> true)).isInstanceOf(LedgerUnavailableException.class);
            assertThat(link.isAway(LedgerLink.Sign.WRITTEN)).isTrue();

            way.carryAgain();

            Awaitility.await("it is seen that the ledger's database works again")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> link.awaySince().isEmpty());
        }
    }
}
