package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The receipts of a file of the payer side, one after the other, each as claimed and as paid.
 *
 * <p>For content that was read without errors. Holds one receipt at a time, at most {@link #MOST_BYTES} of it; the
 * lines beyond are left out, and {@link #isWhole} says so. Not thread-safe.
 */
public final class ViewedReceipts {

    /** Bytes of one receipt that are held: a thousand times what a long one has. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private final LineReader reader;
    private final Receipt receipt = new Receipt();
    private final ViewedLines views = new ViewedLines();
    private final List<byte[]> lines = new ArrayList<>();
    private KindFollower follower = KindFollower.ofLines(FileKind.UNKNOWN);
    private int bytes;
    private boolean whole;
    private boolean onNextReceipt;

    /** @param in a file of the payer side; stays open */
    public ViewedReceipts(InputStream in) {
        reader = new LineReader(in, Dialect.PAYER);
    }

    /** Moves to the next receipt; returns false at the end of the file. */
    public boolean next() throws IOException {
        boolean found = onNextReceipt || moveToReceipt();
        if (!found) {
            return false;
        }
        begin();
        do {
            take(reader.line());
        } while (reader.next() && RecordId.of(reader.line()) != RecordId.MN);
        onNextReceipt = RecordId.of(reader.line()) == RecordId.MN && receipt.fileLine != reader.line().number;
        return true;
    }

    private boolean moveToReceipt() throws IOException {
        while (reader.next()) {
            if (RecordId.of(reader.line()) == RecordId.MN) {
                return true;
            }
        }
        return false;
    }

    private void begin() {
        receipt.begin(0);
        views.begin();
        lines.clear();
        follower = KindFollower.ofLines(FileKind.UNKNOWN);
        bytes = 0;
        whole = true;
    }

    private void take(Line line) {
        receipt.moveTo(line);
        RecordId id = RecordId.of(line);
        follower.items(id, line);
        int length = line.end - line.start;
        if (line.tooLong || bytes + length > MOST_BYTES || receipt.lines > ViewedLines.MOST) {
            whole = false;
            return;
        }
        bytes += length;
        lines.add(Arrays.copyOfRange(line.bytes, line.start, line.end));
        views.line(lines.size(), receipt.isClaim());
        if (id == RecordId.JY && receipt.isCorrection()) {
            var correction = Correction.of(line);
            if (correction.hasTarget(lines.size()) && correction.hasAdded(lines.size())) {
                views.correct(correction);
            }
        }
    }

    /** Returns the kind of the receipt as a layout names it: medical, dpc, dental, pharmacy or nursing. */
    public String kind() {
        return follower.kind().key();
    }

    /** Returns whether every line of the receipt was held. */
    public boolean isWhole() {
        return whole;
    }

    /** Returns whether the payment fund corrected the receipt, so that the views differ. */
    public boolean isCorrected() {
        return views.isCorrected();
    }

    /**
     * Returns the lines of the provider's claim in a view, as they are in the file without their line ends. A line that
     * replaces another stands in its place; {@code MN}, {@code JY}, {@code EX}, {@code RC} belong to no view.
     */
    public List<byte[]> lines(ReceiptView view) {
        return Arrays.stream(views.positions(view))
                .mapToObj(position -> lines.get(position - 1))
                .toList();
    }
}
