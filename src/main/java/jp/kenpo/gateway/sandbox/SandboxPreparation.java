package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;

/**
 * Makes ready what must be there before the gateway starts: keys, {@code known_hosts}, the simulated remote
 * counterparties' server, a page that says how to log in.
 *
 * @param peers the running server; whoever prepared closes it
 * @param properties the gateway's settings that lead it to the sandbox
 */
public record SandboxPreparation(SandboxPeers peers, Map<String, Object> properties) {

    static final String PAYER_FUND = "payer-fund";
    static final String TAISHO_AUDIT = "taisho-audit";
    static final String CORE_SYSTEM = "core-system";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /**
     * Prepares the sandbox; what is there from an earlier start is kept.
     *
     * @param gatewayPort port of the gateway's own SFTP server; for 0 a free one is chosen now
     * @throws IOException if a file can't be written, is no key, or the remote port is taken
     */
    public static SandboxPreparation prepare(SandboxFolders folders, SandboxSettings settings, int gatewayPort)
            throws IOException {
        makeFolders(folders);
        KeyPair payerFund = KeyFiles.keyPair(folders.key(PAYER_FUND), PAYER_FUND + "@sandbox");
        KeyFiles.keyPair(folders.key(TAISHO_AUDIT), TAISHO_AUDIT + "@sandbox");
        KeyFiles.keyPair(folders.key(CORE_SYSTEM), CORE_SYSTEM + "@sandbox");
        KeyPair remoteHost = KeyFiles.keyPair(folders.remoteHostKey(), "sandbox");
        KeyPair gatewayHost = KeyFiles.keyPair(folders.gatewayHostKey(), "gateway");
        Map<String, PublicKey> remoteUsers = Map.of(PAYER_FUND, payerFund.getPublic());
        SandboxPeers peers =
                SandboxPeers.start(settings.remotePort(), remoteHost, folders.counterparties(), remoteUsers);
        try {
            int port = gatewayPort == 0 ? freePort() : gatewayPort;
            new KnownHosts()
                    .add(port, gatewayHost)
                    .add(peers.port(), remoteHost)
                    .writeTo(folders.knownHosts());
            SandboxReadme.write(folders, port, peers.port());
            return new SandboxPreparation(peers, properties(folders, settings, port, peers.port()));
        } catch (IOException failed) {
            peers.close();
            throw failed;
        }
    }

    private static void makeFolders(SandboxFolders folders) throws IOException {
        Files.createDirectories(folders.sandbox());
        Files.setPosixFilePermissions(folders.sandbox(), OWNER_ONLY);
        for (Path folder : new Path[] {
            folders.disk(PAYER_FUND).resolve("receipts"),
            folders.disk(PAYER_FUND).resolve("re-examination"),
            folders.disk(TAISHO_AUDIT),
            folders.disk(CORE_SYSTEM).resolve("receipts"),
            folders.memory(PAYER_FUND).resolveSibling("")
        }) {
            Files.createDirectories(folder);
        }
    }

    private static Map<String, Object> properties(
            SandboxFolders folders, SandboxSettings settings, int gatewayPort, int remotePort) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("gateway.sftp.port", gatewayPort);
        properties.put("gateway.payer-fund.host", "127.0.0.1");
        properties.put("gateway.payer-fund.port", remotePort);
        properties.put("gateway.payer-fund.user", PAYER_FUND);
        properties.put("gateway.payer-fund.private-key", folders.key(PAYER_FUND).toString());
        properties.put("gateway.payer-fund.known-hosts", folders.knownHosts().toString());
        properties.put(
                "gateway.taisho-audit.public-key",
                folders.publicKey(TAISHO_AUDIT).toString());
        properties.put(
                "gateway.core-system.public-key", folders.publicKey(CORE_SYSTEM).toString());
        properties.put(
                "gateway.broker.password-files." + CORE_SYSTEM,
                folders.brokerPassword().toString());
        if (settings.brokerPassword() == null) {
            properties.put("sandbox.broker-password", KeyFiles.password(folders.brokerPassword()));
        }
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
