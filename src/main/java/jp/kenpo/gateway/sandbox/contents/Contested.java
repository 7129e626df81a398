package jp.kenpo.gateway.sandbox.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What a check contests in a file of receipts: a row for each receipt that should be re-examined.
 *
 * <p>The same file always gets the same answer.
 */
final class Contested {

    /** Share of receipts that are contested: as many are sent back for re-examination in Japan. */
    private static final double SHARE = 0.016;

    private static final List<Map<String, String>> FINDINGS = List.of(
            Map.of("理由コード", "100060", "備考", "検査の回数を確認されたい"),
            Map.of("理由コード", "100060", "備考", "投薬の期間を確認されたい"),
            Map.of("理由コード", "100043", "備考", "診療実日数を確認されたい"));

    private Contested() {}

    /** Returns the rows; at least one if there is a receipt. */
    static List<Map<String, String>> in(Path file) {
        try {
            List<ReceiptLines.Receipt> receipts = ReceiptLines.in(file).stream()
                    .filter(ReceiptLines.Receipt::isNumbered)
                    .toList();
            List<Map<String, String>> rows = new ArrayList<>();
            for (ReceiptLines.Receipt receipt : receipts) {
                if (Chance.of(receipt.key().hashCode()).happens(SHARE)) {
                    rows.add(row(receipt));
                }
            }
            if (rows.isEmpty() && !receipts.isEmpty()) {
                rows.add(row(receipts.get(0)));
            }
            return rows;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Map<String, String> row(ReceiptLines.Receipt receipt) {
        Map<String, String> finding = FINDINGS.get(Math.floorMod(receipt.key().hashCode(), FINDINGS.size()));
        return Map.of(
                "検索番号", receipt.key(),
                "理由コード", finding.getOrDefault("理由コード", ""),
                "備考", finding.getOrDefault("備考", ""));
    }
}
