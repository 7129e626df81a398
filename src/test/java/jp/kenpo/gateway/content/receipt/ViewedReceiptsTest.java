package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;

class ViewedReceiptsTest {

    @Test
    void showsAReceiptWithoutCorrectionsAlikeInBothViews() throws IOException {
        var receipts = of(MadeUpReceipts.file(1));

        assertThat(receipts.next()).isTrue();
        assertThat(receipts.isCorrected()).isFalse();
        assertThat(receipts.kind()).isEqualTo("medical");
        assertThat(texts(receipts, ReceiptView.PAID))
                .isEqualTo(texts(receipts, ReceiptView.CLAIMED))
                .hasSize(27)
                .allMatch(line -> line.startsWith("1,"));
        assertThat(receipts.next()).isFalse();
    }

    @Test
    void putsTheReplacedLineInItsPlaceAndLeavesTheDeletedOneOut() throws IOException {
        var receipts = of(MadeUpReceipts.receipt(5));

        assertThat(receipts.next()).isTrue();
        List<String> claimed = texts(receipts, ReceiptView.CLAIMED);
        List<String> paid = texts(receipts, ReceiptView.PAID);

        assertThat(receipts.isCorrected()).isTrue();
        assertThat(claimed.get(2)).startsWith("1,4,0,HO,").contains(",620,");
        assertThat(paid.get(2)).startsWith("2,29,0,HO,").contains(",500,");
        assertThat(paid).hasSize(claimed.size() - 1).noneMatch(line -> line.startsWith("1,12,0,"));
    }

    @Test
    void goesThroughAllReceiptsOfAFile() throws IOException {
        var receipts = of(MadeUpReceipts.file(12));
        int count = 0;
        int corrected = 0;
        while (receipts.next()) {
            count++;
            corrected += receipts.isCorrected() ? 1 : 0;
            assertThat(receipts.isWhole()).isTrue();
        }

        assertThat(count).isEqualTo(12);
        assertThat(corrected).isEqualTo(2);
    }

    @Test
    void holdsNoMoreOfAReceiptThanItsLimit() throws IOException {
        var text = new StringBuilder("2,1,0,MN,1,,13150805000000001,,,\r\n");
        String line = "1,%d,0,SJ,01," + "Ａ".repeat(3_900) + "\r\n";
        for (int number = 2; number <= 2_500; number++) {
            text.append(line.formatted(number));
        }

        var receipts = of(text.toString().getBytes(MadeUpReceipts.ENCODING));

        assertThat(receipts.next()).isTrue();
        assertThat(receipts.isWhole()).isFalse();
        assertThat(receipts.lines(ReceiptView.CLAIMED).stream()
                        .mapToLong(bytes -> bytes.length)
                        .sum())
                .isLessThanOrEqualTo(ViewedReceipts.MOST_BYTES);
    }

    @Test
    void showsTheCorrectedReceiptsOfTheSharedSample() throws IOException {
        var sample = Peers.sample("receipts/11_RECODEINFO_MED.CSV");
        if (sample.isPresent()) {
            var receipts = of(Files.readAllBytes(sample.get()));
            int corrected = 0;
            while (receipts.next()) {
                corrected += receipts.isCorrected() ? 1 : 0;
            }

            assertThat(corrected).isPositive();
        }
    }

    private static ViewedReceipts of(byte[] file) {
        return new ViewedReceipts(new ByteArrayInputStream(file));
    }

    private static List<String> texts(ViewedReceipts receipts, ReceiptView view) {
        return receipts.lines(view).stream()
                .map(line -> new String(line, MadeUpReceipts.ENCODING))
                .toList();
    }
}
