package jp.kenpo.gateway.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A table with a key and a member in each row, as the shipped layout {@code qualification-result} has it. */
public final class MemberTable {

    /** Encoding of the table. */
    public static final Charset ENCODING = StandardCharsets.UTF_8;

    private static final int FIRST_EVENT = 10_000_000;
    private static final int FIRST_NUMBER = 1_000_000;
    private static final int SYMBOLS = 40;
    private static final int FAMILY = 3;

    private MemberTable() {}

    /** Returns a table without mistakes, the header included, in which each row is about another member. */
    public static byte[] of(int rows) {
        StringBuilder table = new StringBuilder("異動番号,版,保険者番号,記号,番号,枝番,結果,結果コード,突合結果\r\n");
        for (int row = 0; row < rows; row++) {
            int family = row / FAMILY;
            table.append("E").append(FIRST_EVENT + row).append(",1,06990014,").append(101 + family % SYMBOLS);
            table.append(',')
                    .append(FIRST_NUMBER + family)
                    .append(",0")
                    .append(row % FAMILY)
                    .append(",0,,\r\n");
        }
        return table.toString().getBytes(ENCODING);
    }
}
