package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.Afterwards;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.HostedSftp;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.Stoppages;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Files that are not whole yet, in each way of telling when they are: never taken early, taken once when they are whole.
 * That one was not taken is shown by another that came later and was.
 */
class HalfWrittenIT {

    private static final String REMOTE = "payer-fund.member-inquiry-answer";
    private static final String HOSTED = "taisho-audit.receipt-check-result";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FIRST = "first half, ";
    private static final String WHOLE = FIRST + "second half";

    @TempDir
    Path temp;

    private final CamelContext camel = new DefaultCamelContext();
    private final SshClient client = SshClient.setUpDefaultClient();
    private SandboxPeers peers;
    private GatewaySettings settings;
    private Installation installation;
    private HostedSftp server;
    private Uploads uploads;
    private KeyPair taisho;
    private Path remote;

    @BeforeEach
    void start() throws IOException {
        KeyPair host = KeyFiles.keyPair(temp.resolve("host"), "host");
        KeyPair fund = KeyFiles.keyPair(temp.resolve("fund"), "payer-fund");
        taisho = KeyFiles.keyPair(temp.resolve("taisho"), "taisho-audit");
        peers = SandboxPeers.start(0, host, temp.resolve("homes"), Map.of("payer-fund", fund.getPublic()));
        new KnownHosts().add(peers.port(), host).writeTo(temp.resolve("known_hosts"));
        remote = Files.createDirectories(temp.resolve("homes/payer-fund/member-inquiry-answer"));
        settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.data-dir", temp.resolve("var").toString(),
                        "gateway.sftp.port", "0",
                        "gateway.polling.remote-millis", "50",
                        "gateway.polling.hosted-millis", "50",
                        "gateway.polling.settled-millis", "1500")))
                .bind("gateway", GatewaySettings.class)
                .get();
        installation = Installation.running(settings, this::placeholder, Clock.systemUTC());
        uploads = new Uploads(temp.resolve("unfinished"));
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(taisho));
        client.start();
    }

    private String placeholder(String text) {
        return switch (text.substring(0, text.indexOf(':'))) {
            case "gateway.payer-fund.port" -> Integer.toString(peers.port());
            case "gateway.payer-fund.private-key" -> temp.resolve("fund").toString();
            case "gateway.payer-fund.known-hosts" -> temp.resolve("known_hosts").toString();
            case "gateway.taisho-audit.public-key" -> temp.resolve("taisho.pub").toString();
            default -> text.substring(text.indexOf(':') + 1);
        };
    }

    /** Takes in what arrives on one interchange, told to be whole as given. */
    private void take(String interchange, Completeness complete) throws Exception {
        Interchange agreed =
                installation.counterparties().interchange(interchange).orElseThrow();
        FileArrival files = (FileArrival) agreed.channel();
        Interchange here = new Interchange(
                agreed.name(),
                agreed.counterparty(),
                agreed.direction(),
                agreed.layout(),
                agreed.purposes(),
                agreed.fields(),
                agreed.legalCharacter(),
                new FileArrival(files.folder(), files.pattern(), complete, Afterwards.MOVE),
                agreed.maxSize(),
                agreed.myNumber(),
                agreed.conditions(),
                agreed.timing());
        Intake intake = new Intake(installation.payloads(), installation.ledger());
        HostedHomes homes = new HostedHomes(settings.dataDir());
        server = new HostedSftp(settings, installation.counterparties(), homes, uploads, Clock.systemUTC());
        server.start();
        Arrivals arrivals = new Arrivals(
                camel,
                installation.counterparties(),
                settings,
                homes,
                uploads,
                intake,
                new WatchConfiguration().pollers(installation.clock()),
                new Pressure(() -> Long.MAX_VALUE, () -> 0, 0, 1),
                new Stoppages(List::of));
        camel.setStreamCaching(false);
        camel.addRoutes(new ArrivalRoutes(List.of(here), arrivals, intake));
        camel.start();
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        client.stop();
        server.close();
        peers.close();
        installation.close();
    }

    @Test
    void aRenamedFileIsTakenWhenItHasItsName() throws Exception {
        take(REMOTE, Completeness.RENAMED);
        Files.writeString(remote.resolve("KAITO_1.csv.part"), FIRST);
        awaitAnother();
        assertThat(taken("KAITO_1")).isEmpty();

        Files.writeString(remote.resolve("KAITO_1.csv.part"), "second half", StandardOpenOption.APPEND);
        Files.move(remote.resolve("KAITO_1.csv.part"), remote.resolve("KAITO_1.csv"));

        awaitTakenOnce("KAITO_1.csv", WHOLE);
    }

    @Test
    void aMarkedFileIsTakenWhenItsMarkerIsThere() throws Exception {
        take(REMOTE, Completeness.MARKER);
        Files.writeString(remote.resolve("KAITO_1.csv"), FIRST);
        Files.createFile(
                Files.writeString(remote.resolve("KAITO_0.csv"), "another").resolveSibling("KAITO_0.csv.done"));
        awaitTakenOnce("KAITO_0.csv", "another");
        assertThat(taken("KAITO_1")).isEmpty();

        Files.writeString(remote.resolve("KAITO_1.csv"), "second half", StandardOpenOption.APPEND);
        Files.createFile(remote.resolve("KAITO_1.csv.done"));

        awaitTakenOnce("KAITO_1.csv", WHOLE);
        Awaitility.await("the marker is taken away")
                .atMost(PATIENCE)
                .until(() -> !Files.exists(remote.resolve("KAITO_1.csv.done")));
    }

    /** It grows bit by bit, each time before it has stayed as it was for long enough. */
    @Test
    void aGrowingFileIsTakenWhenItHasSettled() throws Exception {
        take(REMOTE, Completeness.SETTLED);
        Path growing = remote.resolve("KAITO_1.csv");
        Files.writeString(growing, "");
        Files.writeString(remote.resolve("KAITO_0.csv"), "another");
        StringBuilder written = new StringBuilder();
        Awaitility.await("the other has settled meanwhile")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    Files.writeString(growing, "more", StandardOpenOption.APPEND);
                    written.append("more");
                    return !taken("KAITO_0.csv").isEmpty();
                });
        assertThat(taken("KAITO_1.csv")).isEmpty();

        awaitTakenOnce("KAITO_1.csv", written.toString());
    }

    @Test
    void anUploadThatWasCutIsTakenOnceAndWholeWhenItsClientGoesOn() throws Exception {
        take(HOSTED, Completeness.CLOSED);
        SftpClient cut = logIn();
        write(cut.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Write, OpenMode.Create)), cut, 0, FIRST);
        cut.getClientSession().close(true);

        try (SftpClient sftp = logIn()) {
            upload(sftp, "KEKKA_0.csv", "another");
            awaitTakenOnce("KEKKA_0.csv", "another");
            assertThat(taken("KEKKA_1.csv")).isEmpty();

            // as "reput" does: it asks for the size, and writes on from there
            long size = sftp.stat("/upload/KEKKA_1.csv").getSize();
            assertThat(size).isEqualTo(FIRST.length());
            try (CloseableHandle handle = sftp.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Write))) {
                write(handle, sftp, size, "second half");
            }
        }

        awaitTakenOnce("KEKKA_1.csv", WHOLE);
    }

    @Test
    void ofTwoClientsWithOneNameTheFirstIsTakenWholeAndThenTheSecond() throws Exception {
        take(HOSTED, Completeness.CLOSED);
        try (SftpClient first = logIn();
                SftpClient second = logIn()) {
            try (CloseableHandle handle =
                    first.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Write, OpenMode.Create))) {
                write(handle, first, 0, FIRST);
                assertThatThrownBy(() -> upload(second, "KEKKA_1.csv", "of the second"))
                        .isInstanceOf(SftpException.class);
                upload(second, "KEKKA_0.csv", "another");
                awaitTakenOnce("KEKKA_0.csv", "another");
                assertThat(taken("KEKKA_1.csv")).isEmpty();
                write(handle, first, FIRST.length(), "second half");
            }
            awaitTakenOnce("KEKKA_1.csv", WHOLE);

            upload(second, "KEKKA_1.csv", "of the second");
        }
        Awaitility.await("both")
                .atMost(PATIENCE)
                .until(() -> taken("KEKKA_1.csv").size() == 2);
        assertThat(taken("KEKKA_1.csv")).containsExactlyInAnyOrder(sha256(WHOLE), sha256("of the second"));
    }

    private void awaitAnother() throws IOException {
        Files.writeString(remote.resolve("KAITO_0.csv"), "another");
        awaitTakenOnce("KAITO_0.csv", "another");
    }

    private void awaitTakenOnce(String name, String content) {
        Awaitility.await(name + " is taken").atMost(PATIENCE).until(() -> !taken(name)
                .isEmpty());
        assertThat(taken(name)).containsExactly(sha256(content));
    }

    /** Returns the hashes of the files of this beginning that were taken in, in whatever state. */
    private List<String> taken(String name) {
        return installation.ledger().transfers(new Ledger.Filter(null, null, null, 100)).stream()
                .filter(transfer -> String.valueOf(transfer.fileName()).startsWith(name))
                .map(Transfer::ticket)
                .map(ticket -> Objects.requireNonNull(ticket).sha256())
                .toList();
    }

    private SftpClient logIn() throws IOException {
        ClientSession session = client.connect("taisho-audit", "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession();
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void upload(SftpClient sftp, String name, String content) throws IOException {
        try (CloseableHandle handle =
                sftp.open("/upload/" + name, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            write(handle, sftp, 0, content);
        }
    }

    private static void write(SftpClient.Handle handle, SftpClient sftp, long at, String content) throws IOException {
        sftp.write(handle, at, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String content) {
        return ReceiptFiles.sha256(content.getBytes(StandardCharsets.UTF_8));
    }
}
