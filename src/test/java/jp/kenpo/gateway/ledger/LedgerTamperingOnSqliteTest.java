package jp.kenpo.gateway.ledger;

class LedgerTamperingOnSqliteTest extends LedgerTamperingCases {

    @Override
    LedgerPlace place() {
        return new SqlitePlace(temp.resolve("ledger.db"));
    }
}
