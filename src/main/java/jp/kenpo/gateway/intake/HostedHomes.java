package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;

/** Where the homes of the hosted counterparties lie: {@code homes/<id>/upload} and {@code homes/<id>/download}. */
public final class HostedHomes {

    private final Path top;

    /** @param dataDir the installation's data folder */
    public HostedHomes(Path dataDir) {
        this.top = dataDir.toAbsolutePath().normalize().resolve("homes");
    }

    Path top() {
        return top;
    }

    /** Returns the home, which is what the party sees as {@code /}. */
    public Path home(String party) {
        return top.resolve(party);
    }

    /** Returns where the party puts files. */
    public Path upload(String party) {
        return home(party).resolve("upload");
    }

    /** Returns where the party fetches files. */
    public Path download(String party) {
        return home(party).resolve("download");
    }

    void create(String party) throws IOException {
        Files.createDirectories(upload(party));
        Files.createDirectories(download(party));
    }

    /** Returns the public keys of a party that logs in here; empty for the others. */
    static List<Path> publicKeys(Counterparty party) {
        if (party.connection() instanceof Connection.HostedSftp hosted) {
            return hosted.publicKeys();
        }
        if (party.connection() instanceof Connection.Queues queues && queues.home() != null) {
            return queues.home().publicKeys();
        }
        return List.of();
    }
}
