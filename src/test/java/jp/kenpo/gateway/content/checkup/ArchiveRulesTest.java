package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.checkup.ArchiveForm.Contents;
import jp.kenpo.gateway.content.checkup.ArchiveForm.TestNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveRulesTest {

    private static final String FIRST = "DATA/" + MadeUpArchive.FIRST;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=\"10\"|code=\"21\"|V08a",
                "code=\"10\"|code=\"\"|V08a",
                "code=\"010\"|code=\"100\"|V08b",
                "code=\"01010\"|code=\"90010\"|V08c,V08c",
                "Code code=\"1\"|Code code=\"3\"|V08d",
                "6.205\"|6.299\"|V08e,V08f",
                "テストタロウ</name>|</name>|V08f",
                "テストタロウ|テスト タロウ|V08g",
                "999-0002|9990002|V08h",
                "<id extension=\"00\"|<id extension=\"9\" root=\"1.2.392.200119.6.206\"/><id extension=\"00\"|V08i",
                "extension=\"06999999\"|extension=\"6999999\"|V09a",
                "extension=\"06999999\"|extension=\"06990014\"|V09b",
                "extension=\"9910000018\"|extension=\"991000018\"|V10a,V10a",
                "extension=\"06999999\"|extension=\"06999998\"|V11a",
                "extension=\"9910000018\"|extension=\"9910000019\"|V11b,V11b",
                "birthTime value=\"19800401\"|birthTime value=\"1980-04-01\"|V13a",
                "birthTime value=\"19800401\"|birthTime value=\"19800231\"|V13a",
                "birthTime value=\"19800401\"|birthTime value=\"20250512\"|V13b",
                "effectiveTime value=\"20250512\"|effectiveTime value=\"202505\"|V13c",
                "effectiveTime value=\"20250512\"|effectiveTime value=\"20250521\"|V13d",
                "effectiveTime value=\"20250520\"|effectiveTime|V13e",
                "effectiveTime value=\"20250520\"|effectiveTime value=\"20261123\"|V13f",
                "effectiveTime value=\"20250512\"|effectiveTime value=\"20080331\"|V13g,V13h",
                "birthTime value=\"19800401\"|birthTime value=\"19860402\"|V13h",
                "</ClinicalDocument>|<|V06a",
                "urn:hl7-org:v3|urn:hl7-org:v2|V06h",
            })
    void findsEachBreachOfAHeader(String part, String by, String rules) throws IOException {
        var archive = MadeUpArchive.whole().change(FIRST, part, by);

        assertThat(rules(archive)).containsExactly(rules.split(","));
    }

    @Test
    void acceptsWhoTurnsFortyOnTheLastDayOfTheYearAndSeventyFiveLater() throws IOException {
        assertThat(rules(MadeUpArchive.whole().change(FIRST, "19800401", "19860401")))
                .isEmpty();
        assertThat(rules(MadeUpArchive.whole().change(FIRST, "19800401", "19500513")))
                .isEmpty();
        assertThat(rules(MadeUpArchive.whole().change(FIRST, "19800401", "19500512")))
                .containsExactly("V13h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value=\"2\"/|value=\"3\"/|V03b",
                "value=\"2\"/|value=\"many\"/|V03d",
                "20250520|20261123|V03c",
                "20250520|2025-05-20|V03d",
                "<sender><id root=\"1.2.392.200119.6.102\" extension=\"9910000018\"/></sender>|<sender/>|V03d",
                "9910000018|9910000026|V02b",
                "06999999|06990014|V02c",
                "serviceEventType code=\"1\"|serviceEventType code=\"4\"|V02d"
            })
    void findsEachBreachOfTheIndex(String part, String by, String rule) throws IOException {
        assertThat(rules(MadeUpArchive.whole().change("ix08_V08.xml", part, by)))
                .containsExactly(rule);
    }

    @Test
    void findsThatTheIndexIsMissing() throws IOException {
        assertThat(rules(MadeUpArchive.whole().without("ix08_V08.xml"))).containsExactly("V03a");
    }

    @Test
    void findsThatAnArchiveIsForAnotherInsurerOrBadlyNamed() throws IOException {
        String other = "9910000018_06990014_202505200_1";
        var foreign = MadeUpArchive.empty(other).with("ix08_V08.xml", index("06990014", 0));
        var unnamed = MadeUpArchive.empty("checkups").with("ix08_V08.xml", index("06999999", 0));

        assertThat(rules(foreign)).containsExactly("V02e", "V04f");
        assertThat(rules(unnamed)).containsExactly("V02a", "V04f");
    }

    private static String index(String receiver, int count) {
        return MadeUpArchive.index(6, "9910000018", receiver, 1, count);
    }

    @ParameterizedTest
    @CsvSource({
        "h99100000182025052001000001x.xml, V05a",
        "h99100000262025052001000003.xml, V05b",
        "h99100000182025052101000003.xml, V05c",
        "h99100000182025052004000003.xml, V05d",
        "g99100000182025052001000003.xml, V04e"
    })
    void findsEachBreachOfAFileName(String file, String rule) throws IOException {
        var archive = MadeUpArchive.whole()
                .change("ix08_V08.xml", "value=\"2\"/", "value=\"3\"/")
                .with("DATA/" + file, MadeUpArchive.document("1003", "19700101"));

        assertThat(rules(archive)).containsExactly(rule);
    }

    @Test
    void findsASerialNumberThatStandsTwice() throws IOException {
        var archive = MadeUpArchive.whole()
                .change("ix08_V08.xml", "value=\"2\"/", "value=\"3\"/")
                .with("DATA/h99100000182025052101000002.xml", MadeUpArchive.document("1003", "19700101"));

        assertThat(rules(archive)).containsExactly("V05c", "V05e");
    }

    @Test
    void findsAPersonTwiceInAYear() throws IOException {
        var archive =
                MadeUpArchive.whole().with("DATA/" + MadeUpArchive.SECOND, MadeUpArchive.document("１００１", "19800401"));
        Reading reading = Archives.read(archive.zip());

        assertThat(Archives.places(reading)).contains("V15 " + MadeUpArchive.SECOND + " null");
        assertThat(reading.members()).isEqualTo(1);
        assertThat(reading.accepted()).isEqualTo(reading.errors() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "25112345678, 20260331, .209.106999999, 06999999, ''",
        "2511234567, 20260331, .209.106999999, 06999999, V12a",
        "25112345678, 20250511, .209.106999999, 06999999, V12b",
        "24112345678, 20260331, .209.106999999, 06999999, V12c",
        "25112345678, 20260331, .209.106990014, 06999999, V12d",
        "25112345678, 20260331, .209.106999999, 06990014, V09c"
    })
    void checksTheVoucher(String number, String until, String root, String insurer, String rule) throws IOException {
        String voucher = """
                <participant typeCode="HLD"><functionCode code="1"/><time><high value="%s"/></time>
                <associatedEntity classCode="IDENT"><id root="1.2.392.200119.6%s" extension="%s"/>
                <scopingOrganization><id root="1.2.392.200119.6.101" extension="%s"/></scopingOrganization>
                </associatedEntity></participant>
                """.formatted(until, root, number, insurer);
        var archive = MadeUpArchive.whole()
                .with(
                        FIRST,
                        MadeUpArchive.document(
                                "1001", "19800401", voucher, "10", "010", MadeUpArchive.section("01010", "")));

        assertThat(rules(archive)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void addsUpTheSettlement() throws IOException {
        assertThat(rules(settled("8000", "7000", "002000"))).isEmpty();
        assertThat(rules(settled("8001", "7000", "002000"))).containsExactly("V07a");
        assertThat(rules(settled("8000", "7000", "002001"))).containsExactly("V07c");
        assertThat(rules(settled("8000", "7001", "002000"))).containsExactly("V07d", "V07a");
        assertThat(rules(settled("8000", "free", "002000"))).containsExactly("V07e", "V07a");
        assertThat(rules(settled("8000", "7000", "002000")
                        .change("su08_V08.xml", "Count value=\"1\"", "Count value=\"2\"")))
                .containsExactly("V07b");
        assertThat(rules(settled("8000", "7000", "002000").without("su08_V08.xml")))
                .containsExactly("V04b");
        assertThat(rules(settled("8000", "7000", "002000").without("CLAIMS/c" + MadeUpArchive.FIRST.substring(1))))
                .containsExactly("V04a", "V07b", "V07a", "V07a", "V07a");
        assertThat(rules(settled("8000", "7000", "002000").without(FIRST))).contains("V04d");
    }

    private static MadeUpArchive settled(String cost, String claimed, String unit) {
        String space = "xmlns=\"https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html\"";
        String claim = """
                <checkupClaim %s><settlement><claimType code="2"/><commissionType code="2"/>
                <unitPriceBasic><amount value="006000"/></unitPriceBasic>
                <unitPriceDetail><amount value="%s"/><observation code="1"/></unitPriceDetail>
                <unitAmount value="8000"/><paymentAmount value="1000"/><claimAmount value="%s"/>
                </settlement></checkupClaim>
                """.formatted(space, unit, claimed);
        String summary = """
                <summary %s><serviceEventType code="1"/><totalSubjectCount value="1"/><totalCostAmount value="%s"/>
                <totalPaymentAmount value="1000"/><totalClaimAmount value="7000"/></summary>
                """.formatted(space, cost);
        return MadeUpArchive.empty(MadeUpArchive.NAME)
                .with("ix08_V08.xml", index("06999999", 1))
                .with("su08_V08.xml", summary)
                .with(FIRST, MadeUpArchive.document("1001", "19800401"))
                .with("CLAIMS/c" + MadeUpArchive.FIRST.substring(1), claim);
    }

    @Test
    void refusesGuidanceWhereCheckupsAreAgreed() throws IOException {
        var guidance = Archives.content(Archives.NO_SCHEMAS, Contents.GUIDANCE, TestNumbers.REFUSED);
        Reading reading =
                guidance.read(new ByteArrayInputStream(MadeUpArchive.whole().zip()), Arrival.UNKNOWN);

        assertThat(Archives.archiveRules(reading)).contains("V04g");
    }

    @Test
    void readsGuidance() throws IOException {
        String name = "9910000018_06999999_202505200_2";
        var archive = MadeUpArchive.empty(name)
                .with("ix08_V08.xml", MadeUpArchive.index(6, "9910000018", "06999999", 2, 1))
                .with(
                        "DATA/g99100000182025052002000001.xml",
                        MadeUpArchive.document(
                                "1001", "19800401", "", "22", "100", MadeUpArchive.section("90010", "")));
        Reading reading = Archives.content(Archives.NO_SCHEMAS, Contents.GUIDANCE, TestNumbers.REFUSED)
                .read(new ByteArrayInputStream(archive.zip()), Arrival.UNKNOWN);

        assertThat(Archives.archiveRules(reading)).isEmpty();
        assertThat(reading.records()).isEqualTo(1);
        assertThat(reading.fields()).containsExactly("guidance-result.result");
    }

    @Test
    void acceptsWrongCheckDigitsForTrialsOnly() throws IOException {
        byte[] archive = MadeUpArchive.whole()
                .change(FIRST, "extension=\"9910000018\"", "extension=\"9910000019\"")
                .zip();
        Reading reading = Archives.content(Archives.NO_SCHEMAS, Contents.CHECKUP, TestNumbers.ALLOWED)
                .read(new ByteArrayInputStream(archive), Arrival.UNKNOWN);

        assertThat(Archives.archiveRules(reading)).isEmpty();
        assertThat(Archives.archiveRules(Archives.read(archive))).containsExactly("V11b", "V11b");
    }

    @Test
    void seesAMyNumberInATextAnAttributeAndAComment() throws IOException {
        String number = "123456789018";
        for (String place :
                List.of("<title>" + number, "<title a=\"" + number + "\">", "<!-- " + number + " --><title>")) {
            Reading reading = Archives.read(
                    MadeUpArchive.whole().change(FIRST, "<title>", place).zip());

            assertThat(reading.myNumbers().count()).as(place).isEqualTo(1);
            assertThat(reading.myNumbers().findings().toString()).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @EnumSource(ArchiveRule.class)
    void saysEveryRuleAndItsRemedyInEnglishAndJapanese(ArchiveRule rule) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("messages.checkup", Locale.ROOT, noFallback);
        var japanese = ResourceBundle.getBundle("messages.checkup", Locale.JAPANESE, noFallback);

        for (String key : List.of(rule.id(), rule.id() + ".do")) {
            assertThat(figures(japanese.getString(key))).isEqualTo(figures(english.getString(key)));
            assertThat(MessageFormat.format(english.getString(key), "1", "2", "3"))
                    .doesNotContain("{");
        }
        assertThat(Arrays.stream(ArchiveRule.values())
                        .filter(other -> other.id().equals(rule.id())))
                .containsExactly(rule);
    }

    private static long figures(String text) {
        return Arrays.stream(new String[] {"{0}", "{1}", "{2}"})
                .filter(text::contains)
                .count();
    }

    private static List<String> rules(MadeUpArchive archive) throws IOException {
        return Archives.archiveRules(Archives.read(archive.zip()));
    }
}
