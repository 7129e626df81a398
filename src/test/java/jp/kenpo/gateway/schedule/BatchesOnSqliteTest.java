package jp.kenpo.gateway.schedule;

import java.util.Map;

class BatchesOnSqliteTest extends BatchesCases {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
