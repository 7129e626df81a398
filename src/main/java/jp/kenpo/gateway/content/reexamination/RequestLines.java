package jp.kenpo.gateway.content.reexamination;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.kenpo.gateway.content.reexamination.Selection.Line;
import jp.kenpo.gateway.content.reexamination.Selection.Request;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Writes the request lines of one receipt: for each request an MD record and its RT records, then the JR records.
 *
 * <p>Source: records MD (22 items), RT (6) and JR (9) of the request file's specification, データ識別 3. The payer side
 * writes all items. The day on which the payer fund received the request (MD item 3) is the fund's to write.
 */
final class RequestLines {

    private static final String REQUEST_OF_THE_PAYER = "3";
    private static final String ELECTRONIC = "1";
    private static final String TARGET = "1";
    private static final String REFERENCE = "2";
    private static final int ITEMS_OF_MD = 22;
    private static final int ITEMS_OF_RT = 6;
    private static final int ITEMS_OF_JR = 9;

    private final OutputStream out;
    private int lineNumber;

    /** @param highest highest 行番号 of the receipt so far; the request lines go on from there */
    RequestLines(OutputStream out, int highest) {
        this.out = out;
        this.lineNumber = highest;
    }

    /** @param round 請求回数: 1 for the first request of the receipt */
    void write(SelectedReceipt receipt, int round) throws IOException {
        for (int i = 0; i < receipt.requests().size(); i++) {
            String sequence = String.valueOf(i + 1);
            Request request = receipt.requests().get(i);
            // 整理番号 and 請求回数 stand on the first request only
            md(sequence, i == 0 ? receipt.payerRef() : "", i == 0 ? String.valueOf(round) : "", request);
            targets(sequence, request);
        }
        for (String other : receipt.crossViewed()) {
            line(ITEMS_OF_JR, "JR", ELECTRONIC, other);
        }
    }

    private void md(String sequence, String payerRef, String round, Request request) throws IOException {
        line(
                ITEMS_OF_MD,
                "MD",
                sequence,
                "",
                payerRef,
                round,
                request.reason(),
                text(request.note()),
                text(request.date()),
                text(request.recovered()),
                text(request.detail()),
                "",
                text(request.freeText()),
                "",
                request.contacted() ? "1" : "",
                text(request.sendBackRef()));
    }

    private void targets(String sequence, Request request) throws IOException {
        List<Line> targetsFirst = request.lines().stream()
                .sorted(Comparator.comparing(line -> !line.target()))
                .toList();
        for (int i = 0; i < targetsFirst.size(); i++) {
            Line line = targetsFirst.get(i);
            line(
                    ITEMS_OF_RT,
                    "RT",
                    sequence,
                    line.target() ? TARGET : REFERENCE,
                    String.valueOf(i + 1),
                    String.valueOf(line.number()),
                    String.valueOf(line.branch()));
        }
    }

    private void line(int items, String... first) throws IOException {
        lineNumber++;
        String text = REQUEST_OF_THE_PAYER + "," + lineNumber + ",0," + String.join(",", first)
                + ",".repeat(items - first.length) + "\r\n";
        out.write(text.getBytes(FullWidth.WINDOWS_31J));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
