package jp.kenpo.gateway.ledger;

class LedgerWritingOnSqliteTest extends LedgerWritingCases {

    @Override
    LedgerPlace place() {
        return new SqlitePlace(temp.resolve("ledger.db"));
    }
}
