package jp.kenpo.gateway.content.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.qualification.MismatchClass.Item;
import jp.kenpo.gateway.member.MemberIdentity;
import org.junit.jupiter.api.Test;

class RegistrationResultTest {

    private static final String HEADER = "異動番号,版,保険者番号,記号,番号,枝番,結果,結果コード,突合結果\r\n";

    private final RegistrationResultContent content = new RegistrationResultContent(
            Registrations.form("qualification-result", RegistrationResultForm.class), Registrations.surroundings());

    @Test
    void saysWhatBecameOfEachRecord() throws IOException {
        Map<SentRecord, Outcome> results = new LinkedHashMap<>();

        Reading reading = read(
                "E1,1,06990014,101,1,00,0,,\r\nE2,1,06990014,101,2,00,1,KS-0042,\r\n"
                        + "E3,2,06990014,101,3,00,2,,1\r\nE4,1,06990014,101,4,00,8,,\r\n",
                results);

        assertThat(reading.findings()).isEmpty();
        assertThat(results)
                .containsExactly(
                        Map.entry(sent("1", "E1", 1), new Outcome.Accepted()),
                        Map.entry(sent("2", "E2", 1), new Outcome.Rejected("KS-0042")),
                        Map.entry(sent("3", "E3", 2), new Outcome.AcceptedWithDoubt(MismatchClass.BIRTH_DATE_OR_SEX)),
                        Map.entry(sent("4", "E4", 1), new Outcome.NoResult()));
        assertThat(reading.counts())
                .containsEntry("accepted", 1L)
                .containsEntry("rejected", 1L)
                .containsEntry("acceptedWithDoubt", 1L)
                .containsEntry("noResult", 1L)
                .containsEntry("records", 4L);
    }

    @Test
    void refusesAnOutcomeThatNobodyExplained() throws IOException {
        Map<SentRecord, Outcome> results = new LinkedHashMap<>();

        Reading reading = read("E1,1,06990014,101,1,00,7,,\r\nE2,1,06990014,101,2,00,2,,\r\n", results);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("E30", "E31");
        assertThat(results).isEmpty();
    }

    @Test
    void stopsAsMuchAsTheMismatchIsSevere() {
        assertThat(MismatchClass.of(Set.of())).isEmpty();
        assertThat(MismatchClass.of(EnumSet.allOf(Item.class))).contains(MismatchClass.BIRTH_DATE_OR_SEX);
        assertThat(MismatchClass.of(Set.of(Item.SEX))).contains(MismatchClass.BIRTH_DATE_OR_SEX);
        assertThat(MismatchClass.of(Set.of(Item.NAME_KANJI, Item.NAME_KANA))).contains(MismatchClass.NAMES);
        assertThat(MismatchClass.of(Set.of(Item.NAME_KANA, Item.ADDRESS))).contains(MismatchClass.NAMES);
        assertThat(MismatchClass.of(Set.of(Item.ADDRESS))).contains(MismatchClass.ADDRESS);
        assertThat(MismatchClass.of(Set.of(Item.NAME_KANA))).contains(MismatchClass.ONE_NAME);
        assertThat(MismatchClass.BIRTH_DATE_OR_SEX.stopsQualification()).isTrue();
        assertThat(MismatchClass.NAMES.stopsQualification()).isFalse();
        assertThat(MismatchClass.NAMES.stopsMedicalInformation()).isTrue();
        assertThat(MismatchClass.ADDRESS.stopsMedicalInformation()).isTrue();
        assertThat(MismatchClass.ONE_NAME.stopsMedicalInformation()).isFalse();
    }

    private Reading read(String rows, Map<SentRecord, Outcome> results) throws IOException {
        byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return content.read(new ByteArrayInputStream(bytes), results::put);
    }

    private static SentRecord sent(String number, String event, int version) {
        var key = MemberIdentity.withBranch("06990014", "101", number, "00");
        return new SentRecord(Registrations.PSEUDONYMS.of(key), event, version);
    }
}
