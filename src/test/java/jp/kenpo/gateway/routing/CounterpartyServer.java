package jp.kenpo.gateway.routing;

import static jp.kenpo.gateway.routing.RequestParcels.BYTES;
import static jp.kenpo.gateway.routing.RequestParcels.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import jp.kenpo.gateway.configuration.GatewaySettings.Patience;
import jp.kenpo.gateway.counterparty.Connection.Proof;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.delivery.BegunNotes;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.TemporaryNames;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import jp.kenpo.gateway.testing.OpenSshServer;
import jp.kenpo.gateway.testing.Peers;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;

/** A counterparty's SFTP server, the outboxes of gateways that put files there, and what both know afterwards. */
final class CounterpartyServer implements AutoCloseable {

    static final String UNMARKED = ".part-" + NAME + ".T";
    private static final String MARK = "0a1b2c3d";
    static final String TEMPORARY = UNMARKED + "-" + MARK;

    private static final String HOST = "127.0.0.1";
    private static final String USER = "payer-fund";
    private static final String OTHER_USER = "network";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final Path temp;
    private final KeyPair host;
    private final CamelContext camel = new DefaultCamelContext();
    private final SandboxPeers peers;
    private final Path gateway;
    private final Path otherGateway;

    CounterpartyServer(Path temp) throws IOException {
        this.temp = temp;
        host = KeyFiles.keyPair(temp.resolve("host"), "host");
        peers = SandboxPeers.start(
                0, host, temp.resolve("homes"), Map.of(USER, keyOf(USER), OTHER_USER, keyOf(OTHER_USER)));
        Files.createDirectories(folder());
        gateway = Files.createDirectory(temp.resolve("gateway"));
        otherGateway = Files.createDirectory(temp.resolve("other-gateway"));
        Files.writeString(gateway.resolve(".mark"), MARK);
        know(peers.port());
        camel.start();
    }

    private PublicKey keyOf(String user) throws IOException {
        return KeyFiles.keyPair(temp.resolve(user), user).getPublic();
    }

    RemoteOutbox outbox() {
        return outbox(Proof.SIZE);
    }

    RemoteOutbox outbox(Proof proof) {
        return outbox(connection(peers.port(), USER, proof), PATIENCE, gateway);
    }

    RemoteOutbox outboxOfAnotherAccount() {
        return outbox(connection(peers.port(), OTHER_USER, Proof.SIZE), PATIENCE, gateway);
    }

    /** It shares nothing with the first but the ledger. */
    RemoteOutbox outboxOfAnotherGateway() {
        return outbox(connection(peers.port(), USER, Proof.SIZE), PATIENCE, otherGateway);
    }

    RemoteOutbox outboxThrough(int port) throws IOException {
        return outboxThrough(port, PATIENCE.answer());
    }

    /** @param port of what leads here */
    RemoteOutbox outboxThrough(int port, Duration patience) throws IOException {
        know(port);
        return outbox(connection(port, USER, Proof.SIZE), new Patience(PATIENCE.connect(), patience), gateway);
    }

    /** An OpenSSH server with the same files. */
    OpenSshServer openSsh() throws Exception {
        Path userKeys = temp.resolve(USER + ".pub");
        OpenSshServer server =
                OpenSshServer.start(Peers.sshd(), temp, temp.resolve("host"), userKeys, folder().getParent());
        know(server.port());
        return server;
    }

    /** A server with the same files that refuses a step. */
    RefusingServer refusing(RefusingServer.Step step, IOException reason) throws IOException {
        return RefusingServer.start(step, reason, host, keyOf(USER), folder().getParent());
    }

    RemoteOutbox outbox(OpenSshServer server) {
        RemoteSftp connection = new RemoteSftp(
                HOST, server.port(), OpenSshServer.user(), temp.resolve(USER), known(), null, Proof.READ_BACK);
        return outbox(connection, PATIENCE, gateway);
    }

    private RemoteSftp connection(int port, String user, Proof proof) {
        return new RemoteSftp(HOST, port, user, temp.resolve(user), known(), null, proof);
    }

    private RemoteOutbox outbox(RemoteSftp connection, Patience patience, Path data) {
        return new RemoteOutbox(
                USER,
                new RemoteFiles((SftpEndpoint)
                        camel.getEndpoint(RemoteOptions.uri(connection, ""), RemoteOptions.of(connection, patience))),
                connection.proofOrSize(),
                new GivenNotes(data.resolve("notes")),
                new BegunNotes(data.resolve("notes")),
                new TemporaryNames(data));
    }

    private void know(int port) throws IOException {
        new KnownHosts().add(port, host).writeTo(known());
    }

    private Path known() {
        return temp.resolve("known_hosts");
    }

    /** Ends it in the midst of whatever it does. */
    void breakOff() throws IOException {
        peers.close();
    }

    int port() {
        return peers.port();
    }

    Path folder() {
        return folderOf(USER);
    }

    Path file(String name) {
        return folder().resolve(name);
    }

    Path folderOfAnotherAccount() throws IOException {
        return Files.createDirectories(folderOf(OTHER_USER));
    }

    private Path folderOf(String user) {
        return temp.resolve("homes").resolve(user).resolve("requests");
    }

    /** Returns the folder of what the gateway has noted. */
    Path notes() {
        return gateway.resolve("notes");
    }

    GivenNotes given() {
        return new GivenNotes(notes());
    }

    BegunNotes begun() {
        return new BegunNotes(notes());
    }

    GivenNotes givenByAnotherGateway() {
        return new GivenNotes(otherGateway.resolve("notes"));
    }

    /** The file lies whole under its temporary name, and is about to get its own. */
    void crashBeforeTheRename(String temporary) throws IOException {
        Files.write(file(temporary), BYTES);
        given().write("T");
    }

    void holdsOnlyTheWholeFile() throws IOException {
        try (var files = Files.list(folder())) {
            assertThat(files).containsExactly(file(NAME));
        }
        assertThat(file(NAME)).hasBinaryContent(BYTES);
    }

    /** A delivery that leaves its beginning: there are fewer bytes than were told. */
    static void breaksOff(RemoteOutbox outbox) {
        assertThatThrownBy(() -> outbox.put(RequestParcels.tooShort())).isInstanceOf(IOException.class);
    }

    @Override
    public void close() throws IOException {
        camel.stop();
        peers.close();
    }
}
