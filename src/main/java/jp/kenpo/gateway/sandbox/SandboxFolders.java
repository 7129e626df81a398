package jp.kenpo.gateway.sandbox;

import java.nio.file.Path;

/**
 * Where things lie in the data folder.
 *
 * @param data the gateway's data folder ({@code gateway.data-dir})
 */
public record SandboxFolders(Path data) {

    Path sandbox() {
        return data.resolve("sandbox");
    }

    /** Private key of a party; its public key lies beside it as {@code .pub}. */
    Path key(String party) {
        return sandbox().resolve("keys").resolve(party);
    }

    /** Public key of a party. */
    Path publicKey(String party) {
        return sandbox().resolve("keys").resolve(party + ".pub");
    }

    Path knownHosts() {
        return sandbox().resolve("known_hosts");
    }

    /** The disks of the counterparties, a folder each. */
    Path counterparties() {
        return sandbox().resolve("counterparties");
    }

    /** The disk of one counterparty. */
    Path disk(String counterparty) {
        return counterparties().resolve(counterparty);
    }

    /** What the simulators remember and what they fetched, outside the disks that the gateway sees. */
    Path memory(String counterparty) {
        return sandbox().resolve("simulators").resolve(counterparty);
    }

    /** What time it was in the sandbox when it stopped. */
    Path clock() {
        return sandbox().resolve("clock");
    }

    /** Password of the core system at the gateway's broker. */
    Path brokerPassword() {
        return sandbox().resolve("keys").resolve("broker-core-system.password");
    }

    /** Host key of the simulated remote counterparties' server. */
    Path remoteHostKey() {
        return sandbox().resolve("hostkey-remote");
    }

    /** Host key of the gateway's own SFTP server; made here before the gateway starts, so that clients know it. */
    Path gatewayHostKey() {
        return data.resolve("keys").resolve("sftp-host-key");
    }
}
