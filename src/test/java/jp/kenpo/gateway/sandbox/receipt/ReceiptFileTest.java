package jp.kenpo.gateway.sandbox.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;

class ReceiptFileTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final YearMonth MONTH = YearMonth.of(2026, 2);

    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            Map.entry("MN", 10),
            Map.entry("IR", 13),
            Map.entry("RE", 41),
            Map.entry("HO", 18),
            Map.entry("KO", 15),
            Map.entry("SN", 12),
            Map.entry("JD", 36),
            Map.entry("MF", 36),
            Map.entry("SY", 11),
            Map.entry("SI", 47),
            Map.entry("IY", 47),
            Map.entry("TO", 51),
            Map.entry("CO", 8),
            Map.entry("SJ", 6),
            Map.entry("JY", 12),
            Map.entry("EX", 16),
            Map.entry("RC", 5));

    private static final List<ReadReceipt> RECEIPTS = ReadReceipt.allOf(text(bytes(3000, 7, null)));

    @Test
    void givesTheSameBytesForTheSameSeed() {
        assertThat(bytes(300, 7, null)).isEqualTo(bytes(300, 7, null));
    }

    @Test
    void givesOtherBytesForAnotherSeedOrMonth() {
        assertThat(bytes(300, 8, null)).isNotEqualTo(bytes(300, 7, null));
        assertThat(write(ReceiptFile.medical(new FictionalSociety(7, 300), MONTH.minusMonths(1), 7, null)))
                .isNotEqualTo(bytes(300, 7, null));
    }

    @Test
    void endsEveryLineWithCrLfAndTheFileWithItsMark() {
        String text = text(bytes(300, 7, null));
        assertThat(text).endsWith("\r\n\u001a").doesNotContain("\"");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.indexOf('\u001a')).isEqualTo(text.length() - 1);
    }

    @Test
    void usesNoCharacterOutsideJisX0208() {
        byte[] bytes = bytes(1000, 7, null);
        Set<Integer> leads = new HashSet<>();
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] < 0) {
                leads.add(bytes[at] & 0xFF);
                at++;
            }
        }
        assertThat(leads).isNotEmpty().allMatch(lead -> lead < 0xED && lead != 0x87);
        assertThat(text(bytes).getBytes(WINDOWS_31J)).isEqualTo(bytes);
    }

    @Test
    void writesEveryRecordWithAllItsFields() {
        Set<String> seen = new HashSet<>();
        for (ReadReceipt receipt : RECEIPTS) {
            for (ReadReceipt.Line line : receipt.lines()) {
                assertThat(line.fields()).as(line.record()).hasSize(FIELDS.getOrDefault(line.record(), -1));
                seen.add(line.record());
            }
        }
        assertThat(seen).isEqualTo(FIELDS.keySet());
    }

    @Test
    void numbersTheLinesOfAReceiptWithoutAGap() {
        for (ReadReceipt receipt : RECEIPTS) {
            for (int index = 0; index < receipt.lines().size(); index++) {
                assertThat(receipt.lines().get(index).field(1)).isEqualTo(String.valueOf(index + 1));
            }
        }
    }

    @Test
    void givesEveryReceiptASearchNumberOfItsOwn() {
        assertThat(RECEIPTS)
                .extracting(ReadReceipt::searchNumber)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("\\d{17}"));
    }

    @Test
    void givesTotalsThatAreTheSumOfTheLines() {
        for (ReadReceipt receipt : RECEIPTS) {
            assertThat(receipt.total("HO")).isEqualTo(receipt.sum(false));
            if (receipt.has("KO")) {
                assertThat(receipt.total("KO")).isEqualTo(receipt.sum(true));
            }
        }
    }

    @Test
    void givesCorrectedTotalsThatAreTheSumOfWhatIsLeft() {
        List<ReadReceipt> corrected =
                RECEIPTS.stream().filter(receipt -> receipt.has("JY")).toList();
        assertThat(corrected).hasSizeBetween(RECEIPTS.size() / 100, RECEIPTS.size() / 25);
        for (ReadReceipt receipt : corrected) {
            ReadReceipt paid = receipt.paid();
            assertThat(paid.total("HO")).isEqualTo(paid.sum(false)).isLessThan(receipt.total("HO"));
        }
    }

    @Test
    void countsAsOftenAsTheDaysSay() {
        for (ReadReceipt receipt : RECEIPTS) {
            receipt.acts().forEach(line -> assertThat(line.sumOfDays()).isEqualTo(line.times()));
        }
    }

    @Test
    void countsWhatItWrote() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReceiptFile.Written written = file(3000, 7, null).writeTo(out);

        assertThat(written.receipts()).isEqualTo(RECEIPTS.size()).isBetween(1600L, 2300L);
        assertThat(written.bytes()).isEqualTo(out.size());
        assertThat(written.lines())
                .isEqualTo(RECEIPTS.stream()
                        .mapToInt(receipt -> receipt.lines().size())
                        .sum());
        assertThat(written.points())
                .isEqualTo(RECEIPTS.stream()
                        .mapToLong(receipt -> receipt.total("HO"))
                        .sum());
        assertThat(written.patients())
                .isEqualTo(
                        RECEIPTS.stream().map(ReadReceipt::patient).distinct().count());
    }

    @Test
    void writesExactlyAsManyReceiptsAsAsked() throws IOException {
        ReceiptFile.Written written = file(10, 7, 5_000L).writeTo(OutputStream.nullOutputStream());
        assertThat(written.receipts()).isEqualTo(5_000);
    }

    @Test
    void keepsPeopleTheSameWhenTheSocietyGrows() {
        assertThat(new FictionalSociety(7, 20).member(13)).isEqualTo(new FictionalSociety(7, 3_000_000).member(13));
    }

    @Test
    void liesWhereThePayerFundPutsIt() {
        assertThat(file(10, 7, null).path()).isEqualTo("202604/06990014/0_COMMON001/11_RECODEINFO_MED.CSV");
    }

    @Test
    void refusesMonthsThatLookDifferent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiptFile.medical(new FictionalSociety(1, 1), YearMonth.of(2021, 8), 1, null))
                .withMessage("receipts can be made from month 2021-09 on, not for 2021-08");
    }

    @Test
    void refusesASocietyWhoseMembersHaveAllLeft() {
        ReceiptFile file = ReceiptFile.medical(new FictionalSociety(1, 10), YearMonth.of(2150, 1), 1, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.writeTo(OutputStream.nullOutputStream()))
                .withMessageStartingWith("no member of this society has receipts in month 2150-01");
    }

    private static ReceiptFile file(int members, long seed, Long receipts) {
        return ReceiptFile.medical(new FictionalSociety(seed, members), MONTH, seed, receipts);
    }

    private static byte[] bytes(int members, long seed, Long receipts) {
        return write(file(members, seed, receipts));
    }

    private static byte[] write(ReceiptFile file) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeTo(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, WINDOWS_31J);
    }
}
