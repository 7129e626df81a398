package jp.kenpo.gateway.content.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;

class EventContentTest {

    private static final String BORN = "jp.kenpo.member.born";

    private final Layouts layouts = Events.layouts();
    private final Content content = layouts.content("birth-event");

    @Test
    void takesAnEventWithExactlyTheDeclaredColumns() throws IOException {
        Reading reading = read(Events.message(BORN, Events.birth()));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).isEqualTo(Map.of("records", 1L));
        assertThat(reading.members()).isEqualTo(1);
        assertThat(reading.fields())
                .contains("contact.name", "member-identity.birth-date", "enrolment.disclosure-flag");
    }

    @Test
    void takesANullForNothing() throws IOException {
        String message = text(Events.message(BORN, Events.birth())).replace("\"03-0000-0000\"", "null");

        assertThat(read(bytes(message)).findings()).isEmpty();
        assertThat(read(bytes(message.replace("\"1000001\"", "null"))).findings())
                .extracting(Finding::rule, Finding::record, Finding::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C06", "message", "郵便番号"));
    }

    @Test
    void refusesAnotherTypeAnUnknownKeyAndAFigure() throws IOException {
        var data = Events.birth();
        data.put("続柄", "妻");

        assertThat(rules(Events.message(BORN, data))).containsExactly("S04");
        assertThat(rules(Events.message("jp.kenpo.member.lost", Events.birth())))
                .containsExactly("S09");
        assertThat(rules(bytes(text(Events.message(BORN, Events.birth())).replace("\"1000001\"", "1000001"))))
                .containsExactly("S03", "C06");
        assertThat(rules(bytes(text(Events.message(BORN, Events.birth())).replace("\"1000001\"", "{\"a\": \"1\"}"))))
                .contains("S03");
    }

    @Test
    void refusesMoreCharactersThanALineMayHave() throws IOException {
        var data = Events.birth();
        data.put("氏名", "架".repeat(4_000));
        data.put("住所", "空".repeat(4_000));
        data.put("宛名", "町".repeat(4_000));

        assertThat(rules(Events.message(BORN, data))).containsExactly("J01");
    }

    @Test
    void seesAMyNumberWhereverItStands() throws IOException {
        var data = Events.birth();
        data.put("住所", "東京都 123456789018");
        String inKey = text(Events.message(BORN, Events.birth())).replace("\"4711\"", "\"123456789018\"");

        assertThat(read(Events.message(BORN, data)).myNumbers().count()).isEqualTo(1);
        assertThat(read(bytes(inKey)).myNumbers().count()).isEqualTo(1);
        assertThat(read(Events.message(BORN, Events.birth())).myNumbers().count())
                .isZero();
    }

    @Test
    void saysNoValueInAnyFinding() throws IOException {
        var data = Events.birth();
        data.replaceAll((name, value) -> "架空=" + value);
        data.put("架空キー", "架空");

        for (Finding finding : read(Events.message(BORN, data)).findings()) {
            assertThat(finding.message(Locale.JAPANESE) + finding.message(Locale.ENGLISH) + finding.record())
                    .doesNotContain("花子", "1234567", "架空=", "架空キー");
        }
    }

    @Test
    void removesWhatIsNotPermittedAndKeepsTheEnvelope() throws IOException {
        var out = new ByteArrayOutputStream();

        Projected projected =
                project(Events.message(BORN, Events.birth()), out, Set.of("contact.name", "contact.address"));

        JsonNode left = new ObjectMapper().readTree(out.toByteArray());
        assertThat(left.path("id").asText()).isEqualTo("4711");
        assertThat(left.path("data").properties()).extracting(Map.Entry::getKey).containsExactly("郵便番号", "住所", "宛名");
        assertThat(projected.left()).containsExactlyInAnyOrder("contact.name", "contact.address");
        assertThat(projected.removed())
                .containsEntry("member-identity.birth-date", 2L)
                .containsEntry("contact.phone", 1L);
        assertThat(projected.records()).isEqualTo(1);
    }

    @Test
    void changesNoByteWhereEverythingIsPermitted() throws IOException {
        byte[] message = Events.message(BORN, Events.birth());
        var out = new ByteArrayOutputStream();

        assertThat(project(
                                message,
                                out,
                                layouts.find("birth-event").orElseThrow().fields())
                        .removed())
                .isEmpty();
        assertThat(out.toByteArray()).isEqualTo(message);
    }

    @Test
    void masksMyNumbersInColumnsAndAroundThem() throws IOException {
        var data = Events.birth();
        data.put("住所", "東京都 123456789018");
        byte[] message = bytes(text(Events.message(BORN, data)).replace("\"4711\"", "\"123456789018\""));
        var out = new ByteArrayOutputStream();

        Projected projected = content.project(
                new ByteArrayInputStream(message),
                out,
                new Permission(layouts.find("birth-event").orElseThrow().fields(), true));

        assertThat(projected.removed()).isEqualTo(Map.of("my-number.number", 2L));
        assertThat(text(out.toByteArray())).contains("東京都 ************").doesNotContain("123456789018");
    }

    @Test
    void sendsNothingOfAMessageThatItDoesNotUnderstand() {
        var data = Events.birth();
        data.put("続柄", "妻");

        assertThatThrownBy(
                        () -> project(Events.message(BORN, data), new ByteArrayOutputStream(), Set.of("contact.name")))
                .isInstanceOf(IOException.class)
                .hasMessage("the message is not what its layout says; nothing of it may leave");
    }

    private List<String> rules(byte[] message) throws IOException {
        return read(message).findings().stream().map(Finding::rule).toList();
    }

    private Reading read(byte[] message) throws IOException {
        return content.read(new ByteArrayInputStream(message), Arrival.UNKNOWN);
    }

    private Projected project(byte[] message, ByteArrayOutputStream out, Set<String> fields) throws IOException {
        return content.project(new ByteArrayInputStream(message), out, Permission.of(fields));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
