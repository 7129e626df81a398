package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.counterparty.Party;

/**
 * Where the homes of the hosted counterparties lie: {@code homes/<id>/upload} and {@code homes/<id>/download}, and where a
 * counterparty is many parties, {@code homes/<id>/<party>/upload} and {@code download}.
 */
public final class HostedHomes {

    private final Path top;

    /** @param dataDir the installation's data folder */
    public HostedHomes(Path dataDir) {
        this.top = dataDir.toAbsolutePath().normalize().resolve("homes");
    }

    Path top() {
        return top;
    }

    /** Returns the home, which is what the counterparty sees as {@code /}; where it is many, the folder of their homes. */
    public Path home(String counterparty) {
        return top.resolve(counterparty);
    }

    /** Returns the home of one of many. */
    public Path home(Party party) {
        return home(party.counterparty()).resolve(party.id());
    }

    /** Returns where the counterparty puts files. */
    public Path upload(String counterparty) {
        return upload(home(counterparty));
    }

    /** Returns where one of many puts files. */
    public Path upload(Party party) {
        return upload(home(party));
    }

    /** Returns where the counterparty fetches files. */
    public Path download(String counterparty) {
        return download(home(counterparty));
    }

    /** Returns where one of many fetches files. */
    public Path download(Party party) {
        return download(home(party));
    }

    static void create(Path home) throws IOException {
        Files.createDirectories(upload(home));
        Files.createDirectories(download(home));
    }

    static Path upload(Path home) {
        return home.resolve("upload");
    }

    private static Path download(Path home) {
        return home.resolve("download");
    }
}
