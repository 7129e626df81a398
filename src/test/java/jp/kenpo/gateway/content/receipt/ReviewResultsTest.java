package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of requests for re-examination: a request, its result and the corrected line behind a receipt. */
class ReviewResultsTest {

    private static final String RECEIPT = new String(MadeUpReceipts.receipt(5), MadeUpReceipts.ENCODING);
    private static final String REDUCED = "3,36,0,MD,1,20260601,13150805000000005,1,100060,,,,100002,,,,,,,,,,,,\r\n"
            + "3,37,0,RT,1,1,1,11,0\r\n"
            + "4,38,0,MK,1,20260601,101,202606,,103,,,,,06990014,,,,\r\n";
    private static final String RETURNED =
            "4,38,0,MK,1,20260601,101,202606,,101,,,,,06990014,,,,\r\n4,39,0,HR,202606,4,,S1018,,,,,,,,,\r\n";

    @Test
    void countsResultsByTheirCodeAndReturns() throws IOException {
        Reading reading = read(RECEIPT
                + REDUCED
                + RECEIPT.replace("000000005", "000000006").replace(",8100002,", ",9,")
                + RETURNED.replace("4,38,", "4,36,").replace("4,39,", "4,37,"));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts())
                .containsEntry("results", 2L)
                .containsEntry("result101", 1L)
                .containsEntry("result103", 1L)
                .containsEntry("returned", 1L);
    }

    @Test
    void leavesTheAmountPaidAsTheFundsCorrectionsMadeIt() throws IOException {
        assertThat(read(RECEIPT + REDUCED).counts())
                .containsEntry("points", 620L)
                .containsEntry("pointsPaid", 500L);
    }

    @Test
    void countsNoResultOfAnEarlierRound() throws IOException {
        Reading reading = read(RECEIPT + "14,36,0,MK,1,20260301,101,202603,,103,,,,,06990014,,,,\r\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).doesNotContainKey("results");
    }

    @ParameterizedTest
    @CsvSource({
        "'101,202606,,103', '101,202606,,203', R36",
        "'101,202606,,103', '107,202606,,103', R36",
        "'101,202606,,103', '101,202606,,102', R36",
        "'103,,,,,06990014', '102,,100010,,,06990014', ''",
        "'4,38,0,MK', '2,38,0,MK', R36",
        "'20260601,101', '20261301,101', R23"
    })
    void namesACodeThatIsNone(String original, String changed, String rule) throws IOException {
        assertThat(RECEIPT + REDUCED).contains(original);

        assertThat(read(RECEIPT + REDUCED.replace(original, changed)).findings())
                .extracting(Finding::rule)
                .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void namesAReasonOfReturnThatIsNone() throws IOException {
        String returned = RETURNED.replace("4,38,", "4,36,").replace("4,39,", "4,37,");

        assertThat(read(RECEIPT + returned.replace(",4,,S1018", ",0,,18")).findings())
                .extracting(Finding::rule)
                .containsExactly("R37", "R37");
    }

    private static Reading read(String receipts) throws IOException {
        byte[] file = (receipts + "\u001a").getBytes(MadeUpReceipts.ENCODING);
        return MadeUpReceipts.content().read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }
}
