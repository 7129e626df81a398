package jp.kenpo.gateway.sandbox.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * Writes the request for a re-examination and its result into a receipt: MD, MK, and HR if it is returned.
 *
 * <p>Source: two public readers; that the lines stand before EX is ours.
 */
final class ReviewWriter {

    private static final int REQUEST = 3;
    private static final int RESULT = 4;
    private static final int FIRST_REQUEST = 1;

    /** 申し出機関: the insurer. */
    private static final int INSURER = 101;

    /** 返戻区分: after a request about the qualification. */
    private static final int QUALIFICATION = 4;

    private final RecordLines lines;

    ReviewWriter(RecordLines lines) {
        this.lines = lines;
    }

    void write(Receipt receipt, Review review) {
        YearMonth asked = ReceiptFile.deliveredIn(receipt.month());
        request(receipt, review, asked.atDay(20));
        lines.begin(RESULT, 0, "MK");
        lines.field(FIRST_REQUEST).field(asked.atDay(20)).field(INSURER).field(asked.plusMonths(2));
        lines.empty(1)
                .field(review.result())
                .empty(1)
                .field(review.upheldReason())
                .empty(2);
        lines.field(FictionalSociety.INSURER_NUMBER).empty(4).end();
        if (review.isReturned()) {
            returned(receipt, asked.plusMonths(2));
        }
    }

    private void request(Receipt receipt, Review review, LocalDate received) {
        lines.begin(REQUEST, 0, "MD");
        lines.field(FIRST_REQUEST).field(received).field(receipt.searchNumber()).field(1);
        lines.field(review.reason()).empty(1);
        if (review.isReturned()) {
            lines.field(receipt.month().atDay(1));
        } else {
            lines.empty(1);
        }
        lines.empty(1).field(review.detail()).empty(12).end();
    }

    private void returned(Receipt receipt, YearMonth processed) {
        lines.begin(RESULT, 0, "HR");
        lines.field(processed).field(QUALIFICATION).empty(1).field("S1018").field("資格喪失後の受診");
        lines.empty(3).field(receipt.searchNumber()).empty(4).end();
    }
}
