package jp.kenpo.gateway.operations;

import java.nio.file.Path;

/** Where an embedded ledger lies in a folder: the SQLite file, and the sealed head beside it. */
record LedgerFiles(Path folder) {

    Path database() {
        return folder.resolve("ledger.db");
    }

    Path head() {
        return folder.resolve("head");
    }
}
