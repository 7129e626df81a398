package jp.kenpo.gateway.counterparty;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a counterparty is reached. None of the forms has a key for an unsafe side. */
public sealed interface Connection {

    /** Its own SFTP server, that the gateway logs in to. The host key is pinned in {@code knownHosts}. */
    record RemoteSftp(String host, int port, String user, Path privateKey, Path knownHosts) implements Connection {}

    /** It logs in to the gateway's SFTP server with one of these public keys (OpenSSH format) and sees only its home. */
    record HostedSftp(List<Path> publicKeys) implements Connection {}

    /** Each of its parties logs in to the gateway's SFTP server with keys of its own and sees only its own home. */
    record HostedParties() implements Connection {}

    /** JMS queues on the gateway's broker, and a home on its SFTP server. */
    record Queues(@Nullable HostedSftp home) implements Connection {}
}
