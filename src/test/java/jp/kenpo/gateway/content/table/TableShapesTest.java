package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.Pseudonym;
import org.junit.jupiter.api.Test;

/** What stands around the rows of a table: encoding, header and trailer records, keys, members. */
class TableShapesTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String AROUND = """
            encoding: windows-31j
            header: required
            header-record:
              starts-with: H
              columns:
                - {name: 作成日, field: filing.document, required: true, type: date}
            columns:
              - {name: 氏名, field: member-identity.name, required: true, type: full-width}
              - {name: 支給額, field: cash-benefit.amount, required: true, type: digits}
            trailer-record:
              starts-with: T
              columns:
                - {name: 件数, field: filing.document, required: true, type: digits, counts: rows}
                - {name: 合計, field: cash-benefit.amount, required: true, type: digits, totals: 支給額}
            """;
    private static final String WHOLE = "氏名,支給額\r\nH,20260401\r\n山田　太郎,1200\r\n佐藤　花子,800\r\nT,2,2000\r\n";

    @Test
    void comparesTheTrailerWithTheRows() throws IOException {
        assertThat(read(AROUND, WHOLE).findings()).isEmpty();
        assertThat(read(AROUND, WHOLE).records()).isEqualTo(2);

        Reading wrong = read(AROUND, WHOLE.replace("T,2,2000", "T,3,2001"));

        assertThat(wrong.findings())
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly(tuple("C33", 5L, "trailer", "件数"), tuple("C34", 5L, "trailer", "合計"));
        assertThat(wrong.findings().get(0).text(Locale.ENGLISH)).isEqualTo("The record says 3 rows; the file has 2.");
        assertThat(wrong.findings().toString()).doesNotContain("2001", "2000");
    }

    @Test
    void missesARecordThatIsNotThereAndRefusesOneInTheWrongPlace() throws IOException {
        assertThat(rules(read(AROUND, WHOLE.replace("T,2,2000\r\n", "")))).containsExactly("C35");
        assertThat(rules(read(AROUND, WHOLE.replace("H,20260401\r\n", "")))).containsExactly("C35");
        assertThat(rules(read(AROUND, WHOLE + "H,20260401\r\n"))).containsExactly("C36");
        assertThat(rules(read(AROUND, WHOLE.replace("H,20260401", "H,20260431,x"))))
                .containsExactly("C05");
        assertThat(rules(read(AROUND, WHOLE.replace("H,20260401", "H,20260431"))))
                .containsExactly("C08");
        assertThat(rules(read(AROUND, WHOLE + "鈴木　一郎,100\r\n"))).containsExactly("C36", "C33", "C34");
    }

    @Test
    void cutsTheRecordsAroundTheRowsDownToo() throws IOException {
        assertThat(project(AROUND, WHOLE, Set.of("member-identity.name", "filing.document")))
                .isEqualTo("氏名\r\nH,20260401\r\n山田　太郎\r\n佐藤　花子\r\nT,2\r\n");
        assertThat(project(AROUND, WHOLE, Set.of("member-identity.name", "filing.document", "cash-benefit.amount")))
                .isEqualTo(WHOLE);
    }

    @Test
    void readsATableWithoutNames() throws IOException {
        String layout = AROUND.replace("header: required", "header: none");
        String rows = WHOLE.substring(WHOLE.indexOf("H,"));

        assertThat(read(layout, rows).findings()).isEmpty();
        assertThat(project(layout, rows, Set.of("member-identity.name"))).startsWith("H\r\n山田　太郎\r\n");
    }

    @Test
    void findsTheEncodingAndSaysIt() throws IOException {
        String layout = AROUND.replace("windows-31j", "detect");
        for (var each : List.of(WINDOWS_31J, StandardCharsets.UTF_8)) {
            Reading reading = reading(layout, WHOLE.getBytes(each));

            assertThat(reading.findings()).extracting(Finding::rule).containsExactly("C38");
            assertThat(reading.findings().get(0).arguments())
                    .containsExactly(each.name().toLowerCase(Locale.ROOT));
            assertThat(reading.errors() + reading.warnings()).isZero();
            assertThat(projected(layout, WHOLE.getBytes(each), Set.of("member-identity.name")))
                    .startsWith("氏名\r\nH\r\n山田".getBytes(each));
        }
        byte[] marked = ("\uFEFF" + WHOLE).getBytes(StandardCharsets.UTF_8);
        assertThat(reading(layout, marked).findings().get(0).arguments()).containsExactly("utf-8-bom");
        assertThat(projected(layout, marked, Set.of("member-identity.name", "filing.document", "cash-benefit.amount")))
                .isEqualTo(marked);
    }

    @Test
    void missesTheByteOrderMarkThatIsAgreed() throws IOException {
        String layout = AROUND.replace("windows-31j", "utf-8-bom");

        assertThat(rules(reading(layout, WHOLE.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("C39");
        assertThat(rules(reading(layout, ("\uFEFF" + WHOLE).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static final String KEYED = """
            encoding: windows-31j
            header: none
            columns:
              - {name: 整理番号, field: filing.document, required: true, type: code, key: true, shown: true}
              - {name: 氏名, field: member-identity.name, required: false, type: full-width}
            """;

    @Test
    void namesTheRowByItsOwnKeyAndFindsAKeyTwice() throws IOException {
        Reading reading = read(KEYED, "A-1,山田\r\nA-2,yamada\r\nA-1,佐藤\r\n");

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::record, Finding::field)
                .containsExactly(tuple("C26", "row 2 (A-2)", "氏名"), tuple("C32", "row 3 (A-1)", "整理番号"));
    }

    @Test
    void findsAKeyTwiceWhateverStandsBesideIt() throws IOException {
        for (String key : List.of("A-1", "A-12345678", "A\u0001", "あ", "A".repeat(20))) {
            Reading reading = read(KEYED, key + ",\r\nA,\r\n" + key + ",佐藤\r\n" + key + ",\r\n");

            assertThat(reading.findings())
                    .filteredOn(finding -> finding.rule().equals("C32"))
                    .extracting(Finding::line)
                    .containsExactly(3L, 4L);
        }
    }

    @Test
    void showsNoKeyThatMayBeAPerson() throws IOException {
        Reading reading = read(KEYED, "山田,x\r\n123456789018,x\r\n");

        assertThat(reading.findings()).extracting(Finding::record).containsOnly("row 1", "row 2");
    }

    private static final String MEMBERS = """
            encoding: windows-31j
            header: none
            columns:
              - {name: 保険者番号, field: member-identity.insurer-number, required: false, type: insurer-number}
              - {name: 記号, field: member-identity.insured-identifier, required: false, type: text}
              - {name: 番号, field: member-identity.insured-identifier, required: false, type: text}
              - {name: 枝番, field: member-identity.insured-identifier, required: false, type: digits}
              - {name: 生年月日, field: member-identity.birth-date, required: false, type: date, dates: [era-digits]}
              - {name: 性別, field: member-identity.sex, required: false, type: digits}
            """;

    @Test
    void namesTheMembersConcernedAndCountsRowsThatNameNone() throws IOException {
        String layout = MEMBERS + "members: {insurer-number: 保険者番号, symbol: 記号, number: 番号, branch: 枝番, "
                + "birth-date: 生年月日, sex: 性別}\n";

        Reading reading = read(
                layout,
                "06990014,１２,34,01,,\r\n06990014,12,34,1,,\r\n06990014,12,34,,5010501,2\r\n,12,34,01,,\r\n"
                        + "06990014,12,34,,,\r\n");

        assertThat(members(reading))
                .containsExactlyInAnyOrder(
                        pseudonym(MemberIdentity.withBranch("06990014", "12", "34", "01")),
                        pseudonym(MemberIdentity.withoutBranch(
                                "06990014", "12", "34", java.time.LocalDate.of(2019, 5, 1), 2)));
        assertThat(rules(reading)).containsExactly("C40");
        assertThat(reading.findings().get(0).arguments()).containsExactly("2");
    }

    @Test
    void knowsAMemberHoweverTheNumbersAreWritten() throws IOException {
        String layout = MEMBERS + "members: {insurer-number: 保険者番号, symbol: 記号, number: 番号, branch: 枝番}\n";

        Reading reading = read(
                layout,
                "06990014,12,34,01,,\r\n06990014,１２,34,01,,\r\n06990014,12 ,34,01,,\r\n06990014,12,34,1,,\r\n"
                        + "06990014,1,234,01,,\r\n");

        assertThat(members(reading))
                .containsExactlyInAnyOrder(
                        pseudonym(MemberIdentity.withBranch("06990014", "12", "34", "01")),
                        pseudonym(MemberIdentity.withBranch("06990014", "1", "234", "01")));
    }

    @Test
    void takesTheFirstNumberOfTheSocietyWhereTheTableNamesNoInsurer() throws IOException {
        Reading reading = read(MEMBERS + "members: {symbol: 記号, number: 番号, branch: 枝番}\n", ",12,34,01,,\r\n");

        assertThat(members(reading))
                .containsExactly(pseudonym(MemberIdentity.withBranch("06990014", "12", "34", "01")));
    }

    private static Pseudonym pseudonym(MemberIdentity member) {
        return MadeUpLayouts.PSEUDONYMS.of(member);
    }

    private static List<Pseudonym> members(Reading reading) {
        List<Pseudonym> members = new ArrayList<>();
        reading.concerned().forEach(members::add);
        return members;
    }

    private static Reading read(String layout, String text) throws IOException {
        return reading(layout, text.getBytes(WINDOWS_31J));
    }

    private static Reading reading(String layout, byte[] bytes) throws IOException {
        return MadeUpLayouts.csv(layout).read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN);
    }

    private static String project(String layout, String text, Set<String> fields) throws IOException {
        return new String(projected(layout, text.getBytes(WINDOWS_31J), fields), WINDOWS_31J);
    }

    private static byte[] projected(String layout, byte[] bytes, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        MadeUpLayouts.csv(layout).project(new ByteArrayInputStream(bytes), out, Permission.of(fields));
        return out.toByteArray();
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }
}
