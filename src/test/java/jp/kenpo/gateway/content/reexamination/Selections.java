package jp.kenpo.gateway.content.reexamination;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Messages of the core system for tests. */
final class Selections {

    static final String TRANSFER = "01K6D0W5Q8ZJ4T7R9XN2M3C5VB";
    static final String OTHER_TRANSFER = "01K6D0W5Q8ZJ4T7R9XN2M3C5VC";
    static final String FIRST = "13143005910000001";
    static final String SECOND = "13143005910000002";
    static final String THIRD = "13143005910000003";

    private Selections() {}

    static String message(String... receipts) {
        return """
            {"specversion":"1.0","id":"4711","source":"core-system","type":"jp.kenpo.receipts.re-examination-selected",\
            "time":"2026-10-15T09:00:00+09:00","datacontenttype":"application/json","data":{"receipts":[%s]}}""".formatted(String.join(",", receipts));
    }

    static String receipt(String key, String... requests) {
        return receiptOf(TRANSFER, key, requests);
    }

    static String receiptOf(String transfer, String key, String... requests) {
        return "{\"transfer\":\"%s\",\"receiptKey\":\"%s\",\"requests\":[%s]}"
                .formatted(transfer, key, String.join(",", requests));
    }

    static String request(String reason, String more) {
        return "{\"reason\":\"" + reason + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
