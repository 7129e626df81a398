package jp.kenpo.gateway.content.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.member.MemberIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualificationRulesTest {

    private static final String[] DEPENDANT = {
        "枝番", "01", "本人家族区分", "2", "氏名", "架空　花子", "個人番号", "987654321093", "生年月日", "19920229"
    };

    @Test
    void makesAnEventOfARow() throws IOException {
        List<QualificationEvent> events = new ArrayList<>();

        var reading = Registrations.of("01", "完備日", "20260410", "届書番号", "F-7").read(events);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.members()).isEqualTo(1);
        assertThat(reading.myNumbers().declared()).hasSize(1);
        var event = events.get(0);
        assertThat(event.type()).isEqualTo(EventType.ACQUIRE);
        assertThat(event.id()).isEqualTo("E1");
        assertThat(event.filing()).isEqualTo("F-7");
        assertThat(event.myNumber()).isTrue();
        assertThat(event.member().key()).isEqualTo(MemberIdentity.withBranch("06990014", "101", "1234567", "00"));
        assertThat(event.member().validity()).isEqualTo(new Validity(LocalDate.of(2026, 4, 1), null));
        assertThat(event.clock()).isEqualTo(new RegistrationClock(LocalDate.of(2026, 4, 9), LocalDate.of(2026, 4, 10)));
        assertThat(event + " " + event.member()).doesNotContain("架空", "1234567", "1990");
    }

    @Test
    void writesEventsAsTheyWereRead() throws IOException {
        List<QualificationEvent> events = new ArrayList<>();
        var file = Registrations.of("01", "完備日", "20260410", "届書番号", "F-7", "郵便番号", "1000001")
                .and("02", with("異動年月日", "20260401"))
                .and("31", "異動年月日", "20260401", "変更前記号", "100", "変更前番号", "1", "変更前枝番", "00", "番号", "7")
                .and("41", "証有効開始日", "20260401", "証有効終了日", "20270331", "番号", "8", "個人番号", "")
                .and("11", "資格喪失日", "20260501", "喪失事由", "99", "番号", "9", "本人確認判定", "1", "個人番号", "")
                .and("51", "申出番号", "R-1")
                .and("91", "対象異動番号", "E1");
        file.read(events);
        var out = new ByteArrayOutputStream();

        var writer = new EventWriter(
                Registrations.form("qualification-registration", QualificationForm.class),
                event -> Optional.of(event.id().equals("E2") ? "987654321093" : "123456789018"),
                out);
        for (QualificationEvent event : events) {
            writer.write(event);
        }

        assertThat(events).hasSize(7);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(new String(file.bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "01, 個人番号, '', E01 row 1 (E1) 個人番号",
        "32, 個人番号, '', E01 row 1 (E1) 個人番号",
        "01, 氏名, '', E02 row 1 (E1) 氏名",
        "01, カナ氏名, '', E02 row 1 (E1) カナ氏名",
        "01, 生年月日, '', E02 row 1 (E1) 生年月日",
        "01, 性別, '', E02 row 1 (E1) 性別",
        "01, 住所, '', E02 row 1 (E1) 住所",
        "01, 資格取得日, '', E02 row 1 (E1) 資格取得日",
        "01, 資格喪失日, 20260401, E05 row 1 (E1) 資格喪失日",
        "01, 保険者番号, 01130012, E18 row 1 (E1) 保険者番号",
        "01, 生年月日, 20260402, E19 row 1 (E1) 生年月日",
        "01, 受付日, '', E20 row 1 (E1) 受付日",
        "01, 受付日, 20260404, E22 row 1 (E1) 受付日",
        "01, 受付日, 20260405, E23 row 1 (E1) 受付日",
        "01, 受付日, 20260407, E23 row 1 (E1) 受付日",
        "01, 異動区分, 77, E24 row 1 (E1) 異動区分",
        "51, 申出番号, '', E15 row 1 (E1) 申出番号",
        "52, 申出番号, '', E15 row 1 (E1) 申出番号",
        "91, 対象異動番号, '', E16 row 1 (E1) 対象異動番号",
        "92, 対象異動番号, '', E16 row 1 (E1) 対象異動番号",
        "21, 異動年月日, '', E21 row 1 (E1) 異動年月日",
        "22, 異動年月日, '', E21 row 1 (E1) 異動年月日",
    })
    void findsWhatAnEventLacks(String event, String column, String value, String finding) throws IOException {
        assertThat(Registrations.of(event, column, value).findings()).containsExactly(finding);
    }

    @Test
    void tellsBothClocksOfAFilingThatWasIncomplete() throws IOException {
        assertThat(Registrations.of("01", "受付日", "20260404", "完備日", "20260408").findings())
                .containsExactly("E22 row 1 (E1) 受付日", "E28 row 1 (E1) 完備日");
        assertThat(Registrations.of("01", "受付日", "20260407", "完備日", "20260408").findings())
                .containsExactly("E23 row 1 (E1) 受付日", "E28 row 1 (E1) 完備日");
        assertThat(Registrations.of("01", "受付日", "20260408", "完備日", "20260409").findings())
                .isEmpty();
    }

    @Test
    void takesEventsThatAreRight() throws IOException {
        assertThat(Registrations.of("01", "受付日", "20260408").findings()).isEmpty();
        assertThat(Registrations.of("51", "申出番号", "R-1").findings()).isEmpty();
        assertThat(Registrations.of("91", "対象異動番号", "E0").findings()).isEmpty();
        assertThat(Registrations.of("21", "異動年月日", "20260401").findings()).isEmpty();
        assertThat(Registrations.of("24", "異動年月日", "20260401", "本人確認判定", "0").findings())
                .isEmpty();
        assertThat(Registrations.of("41", "証有効開始日", "20260401", "証有効終了日", "20270331")
                        .findings())
                .isEmpty();
    }

    @Test
    void wantsDayAndReasonOfALoss() throws IOException {
        assertThat(Registrations.of("11").findings()).containsExactly("E06 row 1 (E1) 資格喪失日", "E06 row 1 (E1) 喪失事由");
        assertThat(Registrations.of("11", "資格喪失日", "20260501", "喪失事由", "99").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20260430, true", "20260501, true", "20260429, false", "20260502, false"})
    void expectsTheLossOnTheDayAfterTheFact(String fact, boolean usual) throws IOException {
        var findings = Registrations.of("11", "資格喪失日", "20260501", "喪失事由", "99", "異動年月日", fact)
                .findings();

        assertThat(findings).isEqualTo(usual ? List.of() : List.of("E09 row 1 (E1) 資格喪失日"));
    }

    @ParameterizedTest
    @CsvSource({
        "19510410, '', false",
        "19510411, '', true",
        "19510501, 20260501, true",
        "19510501, 20260502, false",
        "19520229, 20270301, true",
        "19520229, 20270302, false",
    })
    void endsAQualificationOnThe75thBirthday(String born, String lostOn, boolean right) throws IOException {
        var findings = Registrations.of("01", "生年月日", born, "資格喪失日", lostOn).findings();

        assertThat(findings).isEqualTo(right ? List.of() : List.of("E08 row 1 (E1) 資格喪失日"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23", "24"})
    void opensTheIdentityCheckAgainAfterACorrection(String event) throws IOException {
        assertThat(Registrations.of(event, "異動年月日", "20260401", "本人確認判定", "1").findings())
                .containsExactly("E10 row 1 (E1) 本人確認判定");
        assertThat(Registrations.of(event, "異動年月日", "20260401").findings()).containsExactly("E10 row 1 (E1) 本人確認判定");
    }

    @Test
    void wantsBothNumbersOfAChangeWithoutAGap() throws IOException {
        String[] right = {"異動年月日", "20260401", "変更前記号", "100", "変更前番号", "1", "変更前枝番", "00"};

        assertThat(Registrations.of("31", right).findings()).isEmpty();
        assertThat(Registrations.of("31", "異動年月日", "20260401").findings()).containsExactly("E11 row 1 (E1) 変更前番号");
        assertThat(Registrations.of("31", "異動年月日", "20260401", "変更前記号", "101", "変更前番号", "1234567", "変更前枝番", "0")
                        .findings())
                .containsExactly("E11 row 1 (E1) 変更前番号");
        assertThat(Registrations.of("31", "異動年月日", "20260402", "変更前記号", "100", "変更前番号", "1", "変更前枝番", "00")
                        .findings())
                .containsExactly("E12 row 1 (E1) 資格取得日");
    }

    @Test
    void keepsACertificateInsideTheQualification() throws IOException {
        assertThat(Registrations.of("41", "証有効開始日", "20260331", "証有効終了日", "20270331")
                        .findings())
                .containsExactly("E14 row 1 (E1) 証有効終了日");
        assertThat(Registrations.of("41", "資格喪失日", "20260901", "証有効開始日", "20260401", "証有効終了日", "20260831")
                        .findings())
                .isEmpty();
        assertThat(Registrations.of("41", "資格喪失日", "20260901", "証有効開始日", "20260401", "証有効終了日", "20260901")
                        .findings())
                .containsExactly("E14 row 1 (E1) 証有効終了日");
    }

    @Test
    void findsAQualificationThatOverlapsTheOneBefore() throws IOException {
        var first = Registrations.of("01", "資格取得日", "20250401");

        assertThat(first.and("01").findings()).containsExactly("E03 row 2 (E2) 資格取得日");
        assertThat(Registrations.of("01", "資格取得日", "20250401", "資格喪失日", "20260401")
                        .and("01")
                        .findings())
                .isEmpty();
        assertThat(Registrations.of("01", "資格取得日", "20250401")
                        .and("11", "資格取得日", "20250401", "資格喪失日", "20260401", "喪失事由", "99")
                        .and("01")
                        .findings())
                .isEmpty();
    }

    @Test
    void keepsADependantInsideTheQualificationOfTheInsured() throws IOException {
        assertThat(Registrations.of("01").and("02", DEPENDANT).findings()).isEmpty();
        assertThat(Registrations.of("02", with("資格取得日", "20260331")).and("01").findings())
                .containsExactly("E04 row 1 (E1) 資格取得日");
        assertThat(Registrations.of("01", "資格喪失日", "20261001")
                        .and("02", DEPENDANT)
                        .findings())
                .containsExactly("E04 row 2 (E2) 資格取得日");
    }

    @Test
    void losesTheDependantsWithTheInsured() throws IOException {
        String[] loss = {"資格喪失日", "20260501", "喪失事由", "99"};

        assertThat(Registrations.of("01").and("02", DEPENDANT).and("11", loss).findings())
                .containsExactly("E07 row 2 (E2) 資格喪失日");
        assertThat(Registrations.of("01")
                        .and("02", DEPENDANT)
                        .and("11", loss)
                        .and("12", with("資格喪失日", "20260501", "喪失事由", "99"))
                        .findings())
                .isEmpty();
    }

    @Test
    void findsAMyNumberOfTwoMembersAndNamesNeither() throws IOException {
        var file = Registrations.of("01").and("02", with("個人番号", "123456789018"));

        assertThat(file.findings()).containsExactly("E13 row 2 (E2) 個人番号");
        assertThat(file.read(new ArrayList<>()).findings().toString()).doesNotContain("123456789018");
        assertThat(Registrations.of("01").and("32", "異動年月日", "20260401").findings())
                .as("the same member")
                .isEmpty();
    }

    @Test
    void takesAnEventOnce() throws IOException {
        assertThat(Registrations.of("22", "異動年月日", "20260401")
                        .and("22", "異動年月日", "20260401", "異動番号", "E1")
                        .findings())
                .containsExactly("E17 row 2 (E1) 異動番号");
        assertThat(Registrations.of("22", "異動年月日", "20260401")
                        .and("22", "異動年月日", "20260401", "異動番号", "E1", "版", "2")
                        .findings())
                .as("a further version")
                .isEmpty();
    }

    @Test
    void looksNoFurtherAtARowThatIsWrongAsATable() throws IOException {
        List<QualificationEvent> events = new ArrayList<>();

        var reading = Registrations.of("01", "生年月日", "1990", "個人番号", "").read(events);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("C08");
        assertThat(events).isEmpty();
    }

    @Test
    void hasATextAndARemedyForEveryRuleInBothLanguages() {
        for (QualificationRule rule : QualificationRule.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                Finding finding = rule.finding(1, null, null, 6, "2026-04-14");
                assertThat(finding.text(locale)).isNotEqualTo(rule.id()).doesNotContain("{");
                assertThat(finding.remedy(locale)).isNotEmpty().doesNotContain("{");
            }
        }
    }

    private static String[] with(String... changes) {
        List<String> all = new ArrayList<>(List.of(DEPENDANT));
        all.addAll(List.of(changes));
        return all.toArray(String[]::new);
    }
}
