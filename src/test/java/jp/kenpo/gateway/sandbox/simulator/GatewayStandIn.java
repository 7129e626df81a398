package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.YearMonth;
import java.util.Map;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** A server with a home for one party, laid out as the gateway's own: download/ and upload/. */
final class GatewayStandIn implements AutoCloseable {

    private final Path folder;
    private final String party;
    private final KeyPair key;
    private final SandboxPeers server;

    GatewayStandIn(Path folder, String party) throws IOException {
        this.folder = folder;
        this.party = party;
        this.key = KeyFiles.keyPair(folder.resolve("key"), party);
        KeyPair host = KeyFiles.keyPair(folder.resolve("host"), "host");
        server = SandboxPeers.start(0, host, folder.resolve("homes"), Map.of(party, key.getPublic()));
        new KnownHosts().add(server.port(), host).writeTo(folder.resolve("known_hosts"));
        Files.createDirectories(home().resolve("download"));
        Files.createDirectories(home().resolve("upload"));
    }

    Path home() {
        return folder.resolve("homes").resolve(party);
    }

    GatewaySftp client() {
        return new GatewaySftp(
                new GatewaySftp.Address("127.0.0.1", server.port(), folder.resolve("known_hosts")), party, key);
    }

    /** Lays a fictional file of receipts into the home. */
    void handOver(String path, int members) throws IOException {
        ReceiptFile file = ReceiptFile.medical(new FictionalSociety(1, members), YearMonth.of(2026, 2), 1, null);
        SavedReceiptFile.save(file, home().resolve(path));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
