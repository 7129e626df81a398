package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Input;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewayProcess.Ended;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A ledger on PostgreSQL is put back from a copy: the gateway does not start before a person says so, and then sends nothing
 * twice. What waited in the copy is released and replayed there.
 */
class RestoreOnPostgresqlIT {

    private static final String IN = "payer-fund.receipts";
    private static final String TAISHO = "taisho-audit.receipt-check-request";
    private static final String CORE = "core-system.receipts";
    private static final String REQUEST = "payer-fund.re-examination-request";
    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String LAYOUT = "config/layouts/receipt-check-result.yaml";

    private final GatewaySetup setup =
            GatewaySetup.named("restore-on-postgresql").only(SmallConfiguration.RECEIPTS);

    @Test
    void startsOnlyWhenAPersonSaysSoAndSendsNothingTwice() throws Exception {
        edit("codes: [100011,", "codes: [");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund)
                        .with(
                                "--gateway.database.url=" + postgres.getJdbcUrl("postgres", "ledger"),
                                "--gateway.database.user=postgres",
                                "--gateway.retry.longest-pause=1s")
                        .unstarted()) {
            carryOut(postgres, "create database ledger");
            gateway.start();
            LedgerServer ledger = new LedgerServer(postgres.getJdbcUrl("postgres", "ledger"));
            FedGateway fed = new FedGateway(gateway, payerFund, ledger, gateway::queues);

            String underWay = aDayBefore(fed);
            copy(postgres);
            aDayThatIsLost(fed, underWay);
            gateway.kill();
            putBack(postgres);
            edit("codes: [", "codes: [100011,");

            Ended refused = gateway.runToEnd();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).contains("was sealed").contains("ledger is broken");
            succeed(gateway.command("restore", "--ledger-restored"), "later entries had been sealed and are gone");
            gateway.start();

            nothingTwice(fed, underWay);
            whatWaitedGoesOn(fed);
            goesOnWhenSettled(fed);
        }
    }

    /** One file has passed, one is on its way, one waits for a person. */
    private static String aDayBefore(FedGateway fed) throws Exception {
        GatewayProcess gateway = fed.gateway();
        fed.send(Kind.RECEIPTS);
        fed.rest();
        fed.payerFund().watch(new RemotePeer.Witness() {
            @Override
            public void before(Act act, String path) throws IOException {
                if (act == Act.RENAME && path.contains("re-examination")) {
                    throw new IOException("no renaming today");
                }
            }
        });
        byte[] result = ReceiptFiles.shiftJis("検索番号,理由コード,備考\r\n20260300000000000001,100011,\r\n");
        try (Sftp taisho = gateway.sftp("taisho-audit")) {
            taisho.put("upload/KEKKA_A.csv", result);
        }
        gateway.awaitTransfer(RESULTS, "quarantined", ReceiptFiles.sha256(result));
        fed.send(Kind.SELECTION);
        return Awaitility.await("a request is on its way")
                .atMost(GatewayProcess.PATIENCE)
                .until(
                        () -> gateway.transfers().stream()
                                .filter(each ->
                                        each.path("interchange").asText().equals(REQUEST))
                                .filter(each -> !each.path("lastError").isNull())
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static void aDayThatIsLost(FedGateway fed, String underWay) throws Exception {
        fed.payerFund().watch(new RemotePeer.Witness() {});
        fed.rest();
        assertThat(fed.ledger().column("select state from transfer where id = '" + underWay + "'"))
                .containsExactly("delivered");
        fed.send(Kind.RECEIPTS);
        fed.rest();
        try (Sftp taisho = fed.gateway().sftp("taisho-audit")) {
            for (String name : taisho.files("download")) {
                taisho.remove("download/" + name);
            }
        }
    }

    private static void nothingTwice(FedGateway fed, String underWay) throws Exception {
        GatewayProcess gateway = fed.gateway();
        Input before = fed.feed().all().get(0);
        Input lost = fed.feed().all().get(2);
        layAgain(fed, before);
        layAgain(fed, lost);
        gateway.awaitTransfer(IN, "duplicate", before.mark());
        gateway.awaitTransfer(IN, "accepted", lost.mark());
        JsonNode second = gateway.awaitTransfer(TAISHO, "held", lost.mark());
        assertThat(second.path("lastError").asText()).contains("restored from a backup");
        gateway.awaitTransfer(CORE, "delivered", lost.mark());

        gateway.awaitTransfer(REQUEST, "held", each -> each.path("id").asText().equals(underWay));
        succeed(gateway.command("release", underWay), underWay);
        gateway.awaitTransfer(
                REQUEST, "delivered", each -> each.path("id").asText().equals(underWay));

        assertThat(files(gateway.dataDir().resolve("homes/taisho-audit/download")))
                .as("fetched before, not put again")
                .isEmpty();
        assertThat(files(gateway.dataDir().resolve("homes/core-system/download/receipts")))
                .as("it lay there")
                .hasSize(2);
        assertThat(files(fed.payerFund().disk().resolve("re-examination")))
                .as("it lay there")
                .hasSize(1);
        succeed(
                gateway.command("mark-delivered", second.path("id").asText(), "--evidence", "confirmed by telephone"),
                "");
    }

    private static void whatWaitedGoesOn(FedGateway fed) {
        GatewayProcess gateway = fed.gateway();
        succeed(gateway.command("settle", "--reason", "compared with the counterparties"), "");
        succeed(gateway.command("replay", "--interchange", RESULTS, "--state", "quarantined"), "");
        gateway.awaitTransfer(RESULTS, "accepted", each -> true);
        gateway.awaitTransfer("core-system.receipt-check-result", "delivered", each -> true);
    }

    private static void goesOnWhenSettled(FedGateway fed) throws Exception {
        fed.send(Kind.RECEIPTS);
        fed.rest();
        assertThat(files(fed.gateway().dataDir().resolve("homes/taisho-audit/download")))
                .hasSize(1);
        assertThat(fed.gateway().command("ledger", "verify").exitCode()).isZero();
        assertThat(fed.ledger().column("select kind from entry where transfer is null and kind like 'restore%'"))
                .containsExactlyInAnyOrder("restored", "restore-settled");
    }

    /** The copy of a database as it is at one moment; a dump would do as well, and its program is not everywhere. */
    private static void copy(EmbeddedPostgres postgres) throws SQLException {
        carryOut(
                postgres,
                "alter database ledger allow_connections false",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ledger'",
                "create database copy template ledger",
                "alter database ledger allow_connections true");
    }

    private static void putBack(EmbeddedPostgres postgres) throws SQLException {
        carryOut(
                postgres,
                "drop database ledger with (force)",
                "alter database copy rename to ledger",
                "alter database ledger allow_connections true");
    }

    private static void carryOut(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void layAgain(FedGateway fed, Input input) throws IOException {
        Path path = fed.payerFund().disk().resolve(input.path());
        Path part = Files.write(path.resolveSibling(".again-" + input.mark()), input.bytes());
        Files.move(part, path);
    }

    private static void succeed(Ended ended, String said) {
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains(said);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private void edit(String from, String to) throws IOException {
        Path path = setup.folder().resolve(LAYOUT);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
