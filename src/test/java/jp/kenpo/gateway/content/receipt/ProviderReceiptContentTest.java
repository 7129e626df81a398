package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderReceiptContentTest {

    private final ProviderReceiptContent content = MadeUpReceipts.claims(FileKind.MED);

    @Test
    void acceptsAClaimWithoutAFindingThoughEmptyItemsAtTheEndAreMissing() throws IOException {
        Reading reading = read(MadeUpClaims.MEDICAL);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("receipts", 2L, "lines", 14L, "items", 3L, "points", 908L));
        assertThat(reading.members()).isEqualTo(2);
    }

    /** Everything that is found there is there: names of 44 bytes, receipts without a disease, a birth in the future. */
    @Test
    void readsTheSharedSampleToTheTotalsOfItsTrailer() throws IOException {
        var sample = Peers.sample("receipts/RECEIPTC_GAIRAI_SAMPLE.UKE");
        if (sample.isPresent()) {
            Reading reading = read(Files.readAllBytes(sample.get()));

            assertThat(reading.counts())
                    .containsEntry("receipts", 75L)
                    .containsEntry("items", 140L)
                    .containsEntry("points", 86_392L);
            assertThat(lines(reading, "R22")).hasSize(29).startsWith(7L, 101L, 109L);
            assertThat(lines(reading, "R05")).hasSize(70).startsWith(61L, 66L, 70L);
            assertThat(lines(reading, "N01")).containsExactly(4L);
            assertThat(lines(reading, "R21")).containsExactly(1L);
            assertThat(lines(reading, "R09")).containsExactly(563L);
            assertThat(lines(reading, "F25")).containsExactly(636L);
            assertThat(reading.findings()).hasSize(29 + 70 + 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GO,3,908 | GO,4,908 | F21",
                "GO,3,908 | GO,3,907 | F22",
                "GO,3,908,99 | GO,,,01 | F27",
                "GO,3,908 | GO,0,0 | ''",
                "GO,3,908,99 | CO,11,2,840000006,０２ | F20",
                "IR,1,13,1,9999913,,架空病院,202605,00,03-0000-0000\\r\\n | '' | F20",
                "IR,1,13,1 | IR,1,13,3 | F04 R29 R29",
                "IR,1,13,1 | IR,1,13,7 | F26",
                "620\\r\\n | 621\\r\\n | F22 T01",
                "3,332,1 | 3,333,1 | T01",
                "1,19900101 | 1,19900101,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1 | R32",
                "CO,21,1,84 | CO,21,1,14 | R35",
                ",1112,202604 | ,1112,202605 | R08",
                "4660009,20250110 | 4660009,20260501 | R09",
                "架空　花子 | '' | R21",
                "SY,8830592,20260401,1,,,01 | ZZ,1 | R05 R20"
            })
    void namesTheRule(String original, String changed, String rules) throws IOException {
        String from = original.replace("\\r\\n", "\r\n");
        assertThat(MadeUpClaims.MEDICAL).contains(from);

        Reading reading = read(MadeUpClaims.MEDICAL.replaceFirst(from, changed.replace("\\r\\n", "\r\n")));

        assertThat(reading.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrderElementsOf(rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1)));
    }

    @Test
    void onlyWarnsOfAMissingEndMarkBecauseTheTrailerSaysThatTheFileIsWhole() throws IOException {
        Reading reading = read(MadeUpClaims.MEDICAL.replace("\u001a", ""));

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("F25");
        assertThat(reading.accepted()).isTrue();
    }

    @Test
    void refusesAFileOfThePayerSideByOneFinding() throws IOException {
        assertThat(read(MadeUpReceipts.file(3)).findings())
                .extracting(Finding::rule)
                .containsExactly("F23");
    }

    @Test
    void refusesReturnedReceiptsByOneFindingOnEitherSide() throws IOException {
        String returned = "HI,1,202605,13,1,9999913,,00\r\nHR,202605,1,,S1018,,,,,,,,,\r\nHG,1,1,99\r\n\u001a";

        assertThat(read(returned).findings()).extracting(Finding::rule).containsExactly("F24");
        assertThat(MadeUpReceipts.content()
                        .read(new ByteArrayInputStream(MadeUpClaims.bytes(returned)), Arrival.UNKNOWN)
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("F24");
    }

    @Test
    void writesTheSameBytesWhenEverythingIsPermitted() throws IOException {
        byte[] file = MadeUpClaims.bytes(MadeUpClaims.MEDICAL);

        assertThat(project(file, read(file).fields())).isEqualTo(file);
    }

    @Test
    void emptiesItemsThatAreNotPermittedAndKeepsTheOthersInPlace() throws IOException {
        byte[] file = MadeUpClaims.bytes(MadeUpClaims.MEDICAL);

        assertThat(new String(project(file, Set.of("receipt.re", "receipt.go")), MadeUpReceipts.ENCODING))
                .isEqualTo("RE,1,1112,202604,,2,,,,,,,,\r\nRE,2,1122,202604,,1,\r\nGO,3,908,99\r\n\u001a");
    }

    private byte[] project(byte[] file, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        content.project(new ByteArrayInputStream(file), out, Permission.of(fields));
        return out.toByteArray();
    }

    private static List<Long> lines(Reading reading, String rule) {
        return reading.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::line)
                .toList();
    }

    private Reading read(String claim) throws IOException {
        return read(MadeUpClaims.bytes(claim));
    }

    private Reading read(byte[] file) throws IOException {
        return content.read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }
}
