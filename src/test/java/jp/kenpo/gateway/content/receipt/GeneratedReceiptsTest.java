package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.sandbox.receipt.ClaimFile;
import jp.kenpo.gateway.sandbox.receipt.MonthlyDelivery;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.ReviewedFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;

/** What the sandbox writes without a mistake is read without an error or a warning. */
class GeneratedReceiptsTest {

    private static final FictionalSociety SOCIETY = new FictionalSociety(11, 2_000);
    private static final YearMonth MONTH = YearMonth.of(2026, 2);
    private static final Path CONFIG = Path.of("config");

    private final Layouts layouts = Layouts.load(
            CONFIG,
            Path.of("schemas"),
            PurposeRegister.load(CONFIG),
            new MemberPseudonyms(new byte[32]),
            Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneId.of("Asia/Tokyo")));

    @Test
    void findsNothingInAMonthOfEachKind() throws IOException {
        for (ReceiptFile file : MonthlyDelivery.of(SOCIETY, MONTH, 11, null)) {
            var bytes = new ByteArrayOutputStream();
            ReceiptFile.Written written = file.writeTo(bytes);
            Reading reading = read("receipt", bytes, new Arrival(file.kind().fileName(), null, null));

            assertThat(written.receipts()).as(file.path()).isPositive().isEqualTo(file.count());
            assertThat(reading.counts()).containsEntry("receipts", written.receipts());
            assertThat(reading.members()).isEqualTo(written.patients());
            assertThat(reading.counts().getOrDefault("points", 0L)
                            + reading.counts().getOrDefault("yen", 0L))
                    .isEqualTo(written.points());
        }
    }

    @Test
    void findsTheTotalsOfAProvidersClaims() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ClaimFile.Written written = new ClaimFile(SOCIETY, MONTH, 11, 300).writeTo(bytes);

        assertThat(read("receipt-claim", bytes, Arrival.UNKNOWN).counts())
                .containsEntry("receipts", 300L)
                .containsEntry("items", written.items())
                .containsEntry("points", written.points());
    }

    @Test
    void countsTheResultsOfReExaminations() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int returned = new ReviewedFile(SOCIETY, MONTH, 11, 200).writeTo(bytes);

        assertThat(read("receipt", bytes, Arrival.UNKNOWN).counts())
                .containsEntry("results", 200L)
                .containsEntry("returned", (long) returned);
        assertThat(returned).isBetween(20, 100);
    }

    private Reading read(String layout, ByteArrayOutputStream bytes, Arrival arrival) throws IOException {
        Reading reading = layouts.content(layout).read(new ByteArrayInputStream(bytes.toByteArray()), arrival);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
        return reading;
    }
}
