package jp.kenpo.gateway.ledger;

class OlderLedgerOnSqliteTest extends OlderLedgerCases {

    @Override
    LedgerPlace place() {
        return new SqlitePlace(temp.resolve("ledger.db"));
    }
}
