package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
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

    private static final String CORE_SYSTEM = "core-system";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /**
     * Prepares the sandbox; what is there from an earlier start is kept.
     *
     * @param counterparties who is reached by system, as the gateway's configuration says
     * @param gatewayPort port of the gateway's own SFTP server; for 0 a free one is chosen now
     * @throws IOException if a file can't be written, is no key, or the remote port is taken
     */
    public static SandboxPreparation prepare(
            SandboxFolders folders, SandboxSettings settings, ReachedParties counterparties, int gatewayPort)
            throws IOException {
        makeFolders(folders, counterparties);
        Map<String, PublicKey> remoteUsers = keys(folders, counterparties.remote());
        keys(folders, counterparties.hosted());
        KeyPair remoteHost = KeyFiles.keyPair(folders.remoteHostKey(), "sandbox");
        KeyPair gatewayHost = KeyFiles.keyPair(folders.gatewayHostKey(), "gateway");
        SandboxPeers peers =
                SandboxPeers.start(settings.remotePort(), remoteHost, folders.counterparties(), remoteUsers);
        try {
            int port = gatewayPort == 0 ? freePort() : gatewayPort;
            new KnownHosts()
                    .add(port, gatewayHost)
                    .add(peers.port(), remoteHost)
                    .writeTo(folders.knownHosts());
            SandboxReadme.write(folders, port, peers.port());
            Map<String, Object> properties = new LinkedHashMap<>(properties(folders, settings, port));
            counterparties.remote().forEach(id -> properties.putAll(remote(folders, id, peers.port())));
            counterparties
                    .hosted()
                    .forEach(id -> properties.put(
                            "gateway." + id + ".public-key",
                            folders.publicKey(id).toString()));
            return new SandboxPreparation(peers, properties);
        } catch (IOException failed) {
            peers.close();
            throw failed;
        }
    }

    private static void makeFolders(SandboxFolders folders, ReachedParties counterparties) throws IOException {
        Files.createDirectories(folders.sandbox());
        Files.setPosixFilePermissions(folders.sandbox(), OWNER_ONLY);
        for (String id : counterparties.remote()) {
            for (String folder : counterparties.foldersOf(id)) {
                Files.createDirectories(folders.disk(id).resolve(folder));
            }
        }
    }

    private static Map<String, PublicKey> keys(SandboxFolders folders, Set<String> parties) throws IOException {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (String party : parties) {
            keys.put(
                    party,
                    KeyFiles.keyPair(folders.key(party), party + "@sandbox").getPublic());
        }
        return keys;
    }

    private static Map<String, Object> remote(SandboxFolders folders, String id, int port) {
        String prefix = "gateway." + id + ".";
        return Map.of(
                prefix + "host",
                "127.0.0.1",
                prefix + "port",
                port,
                prefix + "user",
                id,
                prefix + "private-key",
                folders.key(id).toString(),
                prefix + "known-hosts",
                folders.knownHosts().toString());
    }

    private static Map<String, Object> properties(SandboxFolders folders, SandboxSettings settings, int gatewayPort)
            throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("gateway.sftp.port", gatewayPort);
        properties.put("gateway.party-keys", folders.sandbox().resolve("keys").toString());
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
