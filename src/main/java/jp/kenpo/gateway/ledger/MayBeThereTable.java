package jp.kenpo.gateway.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of transfers whose file may be at the counterparty under its name. */
final class MayBeThereTable {

    private final JdbcClient database;

    MayBeThereTable(JdbcClient database) {
        this.database = database;
    }

    void put(TransferId transfer) {
        database.sql("insert into may_be_there (transfer) values (?) on conflict (transfer) do nothing")
                .param(transfer.value())
                .update();
    }

    void remove(TransferId transfer) {
        database.sql("delete from may_be_there where transfer = ?")
                .param(transfer.value())
                .update();
    }

    boolean has(TransferId transfer) {
        return database.sql("select 1 from may_be_there where transfer = ?")
                .param(transfer.value())
                .query((rs, n) -> true)
                .optional()
                .isPresent();
    }
}
