package jp.kenpo.gateway.counterparty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** How a counterparty is reached. None of the forms has a key for an unsafe side. */
public sealed interface Connection {

    /** Returns whether files are exchanged over it: with queues, only where there is a home beside them. */
    default boolean takesFiles() {
        return !(this instanceof Queues queues) || queues.home() != null;
    }

    /**
     * Its own SFTP server, that the gateway logs in to. The host key is pinned in {@code knownHosts}.
     *
     * @param longestPause longest pause between two tries while it fails, as {@code 10m}; null: that of the installation
     * @param proof what shows that a file is whole there; null: {@link Proof#SIZE}
     */
    record RemoteSftp(
            String host,
            int port,
            String user,
            Path privateKey,
            Path knownHosts,
            @Nullable String longestPause,
            @Nullable Proof proof)
            implements Connection {

        public RemoteSftp {
            if (longestPause != null
                    && DurationStyle.detectAndParse(longestPause).toMillis() < 1) {
                throw new IllegalArgumentException("longest-pause is a time as 10m");
            }
        }

        /** Returns the longest pause between two tries. */
        public Duration longestPauseOr(Duration otherwise) {
            return longestPause == null ? otherwise : DurationStyle.detectAndParse(longestPause);
        }

        /** Returns what shows that a file is whole there. */
        public Proof proofOrSize() {
            return proof == null ? Proof.SIZE : proof;
        }
    }

    /** What shows that a file that was written to another's server is whole there. Ours: no agreement names it. */
    enum Proof {
        /** Its size, before and after it gets its name; its bytes are read back only if it was there already. */
        SIZE,
        /** Its bytes too, always: each file is read back before it gets its name, and passes the connection twice. */
        READ_BACK
    }

    /** It logs in to the gateway's SFTP server with one of these public keys (OpenSSH format) and sees only its home. */
    record HostedSftp(List<Path> publicKeys) implements Connection {}

    /** Each of its parties logs in to the gateway's SFTP server with keys of its own and sees only its own home. */
    record HostedParties() implements Connection {}

    /** JMS queues on the gateway's broker, and a home on its SFTP server. */
    record Queues(@Nullable HostedSftp home) implements Connection {}
}
