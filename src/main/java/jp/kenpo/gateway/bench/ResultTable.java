package jp.kenpo.gateway.bench;

import java.nio.charset.Charset;

/** A table of results of the receipt check (レセプト点検), as the shipped layout {@code receipt-check-result} has it. */
public final class ResultTable {

    /** Encoding of the table. */
    public static final Charset ENCODING = Charset.forName("windows-31j");

    private static final long FIRST_KEY = 2_026_060_000_000_000_000L;

    private ResultTable() {}

    /** Returns a table without mistakes, the header included. */
    public static byte[] of(int rows) {
        StringBuilder table = new StringBuilder("検索番号,理由コード,備考\r\n");
        for (int row = 0; row < rows; row++) {
            table.append(FIRST_KEY + row).append(",100060,").append("検査の回数を確認されたい\r\n");
        }
        return table.toString().getBytes(ENCODING);
    }
}
