package jp.kenpo.gateway.sandbox.receipt;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;

/** The receipt files that the payer fund delivers for a month: one of each kind. */
public final class MonthlyDelivery {

    private MonthlyDelivery() {}

    /**
     * The files of a month, in the order of their names.
     *
     * @param receipts exact number of receipts in all files together, by their usual shares; null for as many as the
     *     members usually have
     * @throws IllegalArgumentException as {@link ReceiptFile}
     */
    public static List<ReceiptFile> of(FictionalSociety society, YearMonth month, long seed, @Nullable Long receipts) {
        List<ReceiptFile> files = new ArrayList<>();
        if (receipts == null) {
            for (ReceiptKind kind : ReceiptKind.values()) {
                files.add(new ReceiptFile(kind, society, month, seed, null));
            }
            return files;
        }
        long left = receipts;
        for (ReceiptKind kind :
                List.of(ReceiptKind.DPC, ReceiptKind.DENTAL, ReceiptKind.PHARMACY, ReceiptKind.NURSING)) {
            long share = Math.round(receipts * kind.percentOfReceipts() / 100);
            if (share > 0) {
                files.add(new ReceiptFile(kind, society, month, seed, share));
                left -= share;
            }
        }
        files.add(0, ReceiptFile.medical(society, month, seed, left));
        return files;
    }
}
