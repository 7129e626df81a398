package jp.kenpo.gateway.content.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.event.Events;
import org.junit.jupiter.api.Test;

/** The registration file of a day, made of the messages of the core system. */
class RegistrationCompositionTest {

    private final Layouts layouts = Events.layouts();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesAnEventALineInTheOrderOfTheirArrival() throws IOException {
        var limit = Events.acquired();
        limit.putAll(Map.of("異動番号", "E2", "限度額証区分", "01", "適用区分", "A03", "限度額証有効開始日", "20260401"));
        limit.putAll(Map.of("別氏名", "仮名　次郎", "証区分", "01", "限度額証有効終了日", "20260731"));
        var lost = new LinkedHashMap<>(Map.of("異動番号", "E3", "版", "1", "受付日", "20260409", "保険者番号", "06990014"));
        lost.putAll(Map.of("番号", "1234568", "枝番", "00", "本人家族区分", "1", "資格喪失日", "20260401", "喪失事由", "03"));
        part("jp.kenpo.member.certificate-changed", limit);
        part("jp.kenpo.member.acquired", Events.acquired());
        part("jp.kenpo.member.lost", lost);

        assertThat(compose()).isEmpty();

        List<QualificationEvent> events = new ArrayList<>();
        var content = (QualificationContent) layouts.content("qualification-registration");
        Reading reading = content.read(new ByteArrayInputStream(out.toByteArray()), events::add);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.myNumbers().count()).isEqualTo(2);
        assertThat(events)
                .extracting(QualificationEvent::id, QualificationEvent::type)
                .containsExactly(
                        tuple("E2", EventType.CERTIFICATE),
                        tuple("E1", EventType.ACQUIRE),
                        tuple("E3", EventType.LOSE));
        MemberRecord first = events.get(0).member();
        assertThat(first.names()).isEqualTo(new MemberNames("架空　次郎", "カクウ　ジロウ", "仮名　次郎", null, null));
        assertThat(first.certificate(CertificateKind.LIMIT).orElseThrow().detail(CanonicalField.LIMIT_BAND))
                .contains("A03");
        assertThat(first.certificate(CertificateKind.CARD).orElseThrow().detail(CanonicalField.CARD_CLASS))
                .contains("01");
        assertThat(first.certificate(CertificateKind.DISEASE)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow())
                .startsWith("E2,1,41,,,F1,20260409,,06990014,101,1234567,00,,,,123456789018,1,");
    }

    @Test
    void tellsWhatIsWrongWithAnEventWhenItComesIn() throws IOException {
        var acquired = Events.acquired();
        acquired.remove("個人番号");
        acquired.remove("住所");
        byte[] message = Events.message("jp.kenpo.member.acquired", acquired);

        Reading reading = layouts.content("member-event").read(new ByteArrayInputStream(message), Arrival.UNKNOWN);

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::record, Finding::field)
                .containsExactlyInAnyOrder(tuple("E01", "message (E1)", "個人番号"), tuple("E02", "message (E1)", "住所"));
        part("jp.kenpo.member.acquired", acquired);
        assertThat(compose())
                .extracting(Finding::rule, Finding::record)
                .containsExactlyInAnyOrder(tuple("L02", "part 1"), tuple("E01", "part 1"), tuple("E02", "part 1"));
    }

    @Test
    void countsTheFiveDaysFromTheReceiptOfTheFiling() throws IOException {
        var acquired = Events.acquired();
        acquired.put("受付日", "20260404");
        byte[] message = Events.message("jp.kenpo.member.acquired", acquired);

        assertThat(layouts.content("member-event")
                        .read(new ByteArrayInputStream(message), Arrival.UNKNOWN)
                        .findings())
                .extracting(Finding::rule, Finding::arguments)
                .containsExactly(tuple("E22", List.of("6", "2026-04-09")));
    }

    @Test
    void namesAPartThatIsNotHeld() throws IOException {
        parts.put("Z".repeat(26), new byte[0]);

        assertThat(compose()).extracting(Finding::rule, Finding::record).containsExactly(tuple("L01", "part 1"));
    }

    private void part(String type, Map<String, String> data) {
        parts.put("PART" + parts.size(), Events.message(type, data));
    }

    private List<Finding> compose() throws IOException {
        String batch = String.join("\n", parts.keySet()) + "\n";
        return layouts.composition("qualification-registration")
                .orElseThrow()
                .compose(
                        new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)),
                        id -> {
                            if (id.startsWith("Z")) {
                                throw new FileNotFoundException(id);
                            }
                            return new ByteArrayInputStream(parts.get(id));
                        },
                        out);
    }
}
