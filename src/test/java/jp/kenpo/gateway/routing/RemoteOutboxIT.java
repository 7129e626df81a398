package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteOutboxIT {

    private static final byte[] BYTES = "what leaves".getBytes(StandardCharsets.UTF_8);
    private static final GatewaySettings.Patience PATIENCE =
            new GatewaySettings.Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final String NAME = "REQUEST_1.CSV";

    @TempDir
    Path temp;

    private final CamelContext camel = new DefaultCamelContext();
    private SandboxPeers peers;
    private Path remote;
    private GivenNotes notes;
    private RemoteOutbox outbox;

    @BeforeEach
    void start() throws Exception {
        KeyPair host = KeyFiles.keyPair(temp.resolve("host"), "host");
        KeyPair key = KeyFiles.keyPair(temp.resolve("key"), "payer-fund");
        KeyPair otherKey = KeyFiles.keyPair(temp.resolve("other-key"), "network");
        peers = SandboxPeers.start(
                0, host, temp.resolve("homes"), Map.of("payer-fund", key.getPublic(), "network", otherKey.getPublic()));
        new KnownHosts().add(peers.port(), host).writeTo(temp.resolve("known_hosts"));
        remote = Files.createDirectories(temp.resolve("homes/payer-fund/requests"));
        notes = new GivenNotes(temp.resolve("notes"));
        camel.start();
        outbox = outbox("payer-fund", "key");
    }

    private RemoteOutbox outbox(String user, String key) throws Exception {
        RemoteSftp server =
                new RemoteSftp("127.0.0.1", peers.port(), user, temp.resolve(key), temp.resolve("known_hosts"), null);
        return new RemoteOutbox(
                (SftpEndpoint) camel.getEndpoint(RemoteOptions.uri(server, ""), RemoteOptions.of(server, PATIENCE)),
                notes);
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        peers.close();
    }

    @Test
    void putsAWholeFileThereOnce() throws IOException {
        outbox.put(parcel(BYTES.length));
        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void reachesTheAccountOfEachCounterpartyOnOneServer() throws Exception {
        Path other = Files.createDirectories(temp.resolve("homes/network/requests"));

        outbox("network", "other-key").put(parcel(BYTES.length));

        assertThat(other.resolve(NAME)).hasBinaryContent(BYTES);
        assertThat(remote).isEmptyDirectory();
    }

    @Test
    void doesNotGiveTwiceWhatTheCounterpartyFetchedBeforeACrash() throws IOException {
        outbox.put(parcel(BYTES.length));
        Files.delete(remote.resolve(NAME));

        outbox.put(parcel(BYTES.length));

        assertThat(remote).isEmptyDirectory();
    }

    @Test
    void beginsAnewAfterACrashWhileWriting() throws IOException {
        Files.write(remote.resolve(".part-" + NAME), new byte[] {1});

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void goesOnAfterACrashBeforeTheRename() throws IOException {
        Files.write(remote.resolve(".part-" + NAME), BYTES);
        notes.write("T");

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void takesAFileThatItCouldNotWriteNeitherForGivenNorForFetched() throws IOException {
        Files.write(remote.resolve(".part-" + NAME), BYTES);
        notes.write("T");
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);
        Files.deleteIfExists(remote.resolve(".part-" + NAME));

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void leavesAnotherFileOfThatNameAlone() throws IOException {
        Files.writeString(remote.resolve(NAME), "theirs");

        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length)))
                .isInstanceOf(IOException.class)
                .hasMessage("another file of 6 bytes has the name " + NAME);

        assertThat(remote.resolve(NAME)).hasContent("theirs");
    }

    @Test
    void forgetsWhatIsSettled() throws IOException {
        outbox.put(parcel(BYTES.length));

        outbox.settled("T");

        assertThat(temp.resolve("notes")).isEmptyDirectory();
    }

    private void assertOnlyTheWholeFileIsThere() throws IOException {
        try (var files = Files.list(remote)) {
            assertThat(files).containsExactly(remote.resolve(NAME));
        }
        assertThat(remote.resolve(NAME)).hasBinaryContent(BYTES);
    }

    private static Parcel parcel(long size) {
        return new Parcel("T", "requests", NAME, size, "00", () -> new ByteArrayInputStream(BYTES));
    }
}
