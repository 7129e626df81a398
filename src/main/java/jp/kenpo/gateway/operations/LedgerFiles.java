package jp.kenpo.gateway.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.configuration.GatewaySettings;

/** Where an embedded ledger lies in a folder: the SQLite file, and the sealed head beside it. */
record LedgerFiles(Path folder) {

    Path database() {
        return folder.resolve("ledger.db");
    }

    Path head() {
        return folder.resolve("head");
    }

    /**
     * Returns whether a ledger was begun here. On PostgreSQL the sealed head tells, which lies here nevertheless: a lost
     * head beside old rows is refused by the ledger.
     */
    boolean begun(GatewaySettings.Database database) {
        return Files.exists(database.url() == null ? database() : head());
    }
}
