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

/** One rule at a time, by one change in the text of a corrected receipt (the fifth). */
class ReceiptRulesTest {

    private static final String RECEIPT = new String(MadeUpReceipts.receipt(5), MadeUpReceipts.ENCODING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "202604,架空 | 202613,架空 | R23",
                "2,19880229 | 2,19870229 | R23",
                ",1112,202604 | ,1122,202604 | R19",
                ",1112,202604 | ,1111,202604 | R14",
                ",1112,202604 | ,1118,202604 | R10",
                ",1112,202604 | ,1112,202605 | R08",
                "2,19880229 | 2,20270401 | R09 R10",
                "架空　花子 | 架空 花子 | R04",
                "架空　花子 | '' | R21",
                "SN,1,01,,,,01 | SN,1,01,,,,1 | R16",
                "SN,1,01,,,,01 | SN,2,01,,,,01 | R16",
                "SY,8830592 | SY,883059 | R22",
                "80022056 | 8002205 | R13",
                "0000999 | 0000998 | R14",
                "SI,11,1, | SI,11,5, | R15 T01 T02",
                "JY,3,12 | JY,3,99 | R06 T02",
                "JY,2,4,0,,,29 | JY,2,4,0,,,99 | R06 T02",
                "RC,Ver00001 | RC,Vor00001 | R07",
                ",1112,202604 | ,3112,202604 | R29",
                "JD,1,1,,1 | JD,2,1,,1 | R16",
                "JD,1,1,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,, | JD,1,1,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,1 | R11",
                "1,8,0,SY,8830592,20260401,1,,,01, | 1,8,0,SJ,08,架空の経過 | R14 R01",
                "1,9,0,SY | 10,9,0,SY | R31 R01",
                "SI,11,1,113006910 | SI,11,1,613006910 | R35",
                "1,6,0,JD,1,1,,1 | 1,6,0,ON,202605,1,1 | R01 R33",
                "IR,1,13,1 | IR,1,13,9 | F26",
                "IR,1,13,1,9999913 | IR,1,13,1,9999914 | N02"
            })
    void namesTheRule(String original, String changed, String rules) throws IOException {
        assertThat(RECEIPT).contains(original);
        assertThat(findings(RECEIPT.replaceFirst(original, changed)).stream().map(Finding::rule))
                .containsExactlyInAnyOrderElementsOf(List.of(rules.split(" ", -1)));
    }

    @Test
    void warnsOfMoreLinesWithoutActClassThanTheFormatHas() throws IOException {
        String first = "1,%d,0,IY,,1,620009461,1,,1,,,,,,,1" + ",".repeat(30) + "\r\n";
        var lines = new StringBuilder();
        for (int number = 11; number < 11 + 99; number++) {
            lines.append(first.formatted(number));
        }
        int services = RECEIPT.indexOf("1,11,0,");
        String head = RECEIPT.substring(0, services);

        assertThat(findings(head + lines)).extracting(Finding::rule).contains("R34");
        assertThat(findings(head + lines.substring(first.length() * 2)))
                .extracting(Finding::rule)
                .doesNotContain("R34");
    }

    @Test
    void namesTheReceiptOfTheSamePatientMonthAndTypeThatComesUnderAnotherNumber() throws IOException {
        String again =
                RECEIPT.replace("MN,000000005", "MN,000000006").replace("13150805000000005", "13150805000000006");

        assertThat(findings(RECEIPT + again)).extracting(Finding::rule).containsExactly("R18");
        assertThat(findings(RECEIPT + again.replace("架空　花子", "架空　次郎"))).isEmpty();
    }

    @Test
    void keepsLinesFromBeforeAnEligibilityCheckAndOfEarlierRoundsOutOfBothTotals() throws IOException {
        String before = "5,32,0,SI,11,1,113006910,,99,1,,,,,,,1" + ",".repeat(30) + "\r\n";
        String earlier = before.replace("5,32,", "11,33,");
        String added = RECEIPT.replace("2,32,1,EX", before + earlier + "2,32,1,EX");

        assertThat(added).contains(before);
        assertThat(read(added).counts()).containsEntry("points", 620L).containsEntry("pointsPaid", 500L);
    }

    @Test
    void paysByTheCorrectionsOfAnEligibilityCheckToo() throws IOException {
        assertThat(read(RECEIPT.replace("2,30,0,JY", "6,30,0,JY").replace("2,31,0,JY", "86,31,0,JY"))
                        .counts())
                .containsEntry("points", 620L)
                .containsEntry("pointsPaid", 500L);
    }

    @Test
    void acceptsACorrectedReceipt() throws IOException {
        assertThat(findings(RECEIPT)).isEmpty();
    }

    @Test
    void takesTheReceiptOfAnotherInsurerWithAWarningWhenATransferExplainsIt() throws IOException {
        String transferred = RECEIPT.replace("HO,06990014", "HO,06139992").replaceFirst("EX,,", "EX,06990014,");

        assertThat(findings(transferred)).extracting(Finding::rule).containsExactly("F18");
    }

    @Test
    void takesRequestsOfReExaminationBeforeAndBehindTheControlRecords() throws IOException {
        int control = RECEIPT.indexOf("2,34,0,RC");
        String request = "3,%d,0,MD,1,,13150805000000005,1,100018,,20260331,,,,,,,,,,,,,,\r\n3,%d,0,RT,1,1,1,11,0\r\n";

        assertThat(findings(RECEIPT + request.formatted(36, 37))).isEmpty();
        assertThat(findings(RECEIPT.substring(0, control)
                        + request.formatted(34, 35)
                        + RECEIPT.substring(control).replace("2,35,", "2,37,").replace("2,34,", "2,36,")))
                .isEmpty();
    }

    @Test
    void countsMembersWithoutBranchByBirthDateAndSexInEitherForm() throws IOException {
        String western = withoutBranch(RECEIPT);
        String era = withoutBranch(new String(MadeUpReceipts.receipt(4), MadeUpReceipts.ENCODING))
                .replace("19880229", "3630229");
        String other = withoutBranch(new String(MadeUpReceipts.receipt(4), MadeUpReceipts.ENCODING))
                .replace("19880229", "19880228");

        assertThat(read(western + era).members()).isEqualTo(1);
        assertThat(read(western + other).members()).isEqualTo(2);
    }

    /** Receipts 4 and 5 have one symbol and number. */
    private static String withoutBranch(String receipt) {
        return receipt.replaceFirst("SN,1,01,,,,0[01]", "SN,1,01,,,,");
    }

    private static List<Finding> findings(String receipts) throws IOException {
        return read(receipts).findings();
    }

    private static Reading read(String receipts) throws IOException {
        byte[] file = (receipts + "\u001a").getBytes(MadeUpReceipts.ENCODING);
        return MadeUpReceipts.content().read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }
}
