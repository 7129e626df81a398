package jp.kenpo.gateway.content.reexamination;

import static jp.kenpo.gateway.content.reexamination.Selections.FIRST;
import static jp.kenpo.gateway.content.reexamination.Selections.SECOND;
import static jp.kenpo.gateway.content.reexamination.Selections.message;
import static jp.kenpo.gateway.content.reexamination.Selections.receipt;
import static jp.kenpo.gateway.content.reexamination.Selections.request;
import static jp.kenpo.gateway.content.reexamination.Selections.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.message.EventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionContentTest {

    private static final String CONTENT_REQUEST = request(
            "100060",
            "\"detail\":\"100002\",\"note\":\"過剰\",\"contacted\":true,"
                    + "\"lines\":[{\"line\":15,\"branch\":0,\"target\":true}]");
    private static final String NO_CARD = request("100014", "");

    private final SelectionContent content = new SelectionContent();

    @Test
    void countsReceiptsAndRequestsAndNamesTheFields() throws IOException {
        Reading reading =
                read(message(receipt(FIRST, CONTENT_REQUEST, request("100041", "")), receipt(SECOND, NO_CARD)));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).isEqualTo(Map.of("receipts", 2L, "requests", 3L));
        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.fields()).isEqualTo(SelectionContent.FIELDS);
    }

    static Stream<Arguments> wrongRequests() {
        String requests = "/data/receipts/0/requests";
        return Stream.of(
                wrong("S20", requests + "/0/reason", request("100015", "")),
                wrong("S20", requests + "/0/reason", request("202120", "")),
                wrong("S21", requests, request("100018", ""), request("100060", "")),
                wrong("S22", requests + "/0/note", request("100024", "")),
                wrong("S22", requests + "/0/note", request("100048", "")),
                wrong("S23", requests + "/0/freeText", request("100060", "\"detail\":\"199999\"")),
                wrong("S24", requests + "/0/detail", request("100060", "\"detail\":\"100009\"")),
                wrong("S25", requests + "/0/lines", request("100060", "\"detail\":\"100001\"")),
                wrong(
                        "S25",
                        requests + "/0/lines",
                        request("100060", "\"detail\":\"100006\",\"lines\":[{\"line\":5,\"target\":false}]")),
                wrong("S26", requests + "/0/date", request("100023", "")),
                wrong("S26", requests + "/0/date", request("100018", "\"recovered\":\"20260401\"")),
                wrong("S27", requests + "/0/sendBackRef", request("100025", "")),
                wrong("S27", requests + "/0/sendBackRef", request("100052", "")),
                wrong("S30", requests + "/0/note", request("100050", "\"note\":\"髙\"")),
                wrong("S31", requests + "/0/note", request("100050", "\"note\":\"" + "a".repeat(101) + "\"")),
                wrong("S33", requests + "/0/lines/1", request("100060", "\"lines\":[{\"line\":5},{\"line\":5}]")),
                wrong("S05", requests + "/0/reason", "{}"),
                wrong("S04", requests + "/0", request("100050", "\"patient\":\"x\"")),
                wrong("S03", requests + "/0/contacted", request("100050", "\"contacted\":\"yes\"")),
                wrong("S03", requests + "/0/lines/0/line", request("100050", "\"lines\":[{\"line\":\"5\"}]")),
                wrong("S08", requests + "/0/lines/0/line", request("100050", "\"lines\":[{\"line\":0}]")),
                wrong("S06", requests + "/0/date", request("100023", "\"date\":\"20261301\",\"note\":\"x\"")),
                wrong("S06", requests + "/0/note", request("100024", "\"note\":\"a\\u0007\"")));
    }

    private static Arguments wrong(String rule, String pointer, String... requests) {
        return Arguments.of(rule, pointer, requests);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("wrongRequests")
    void namesTheRuleAndThePlaceOfAWrongRequest(String rule, String pointer, String[] requests) throws IOException {
        assertThat(read(message(receipt(FIRST, requests))).findings())
                .extracting(Finding::rule, Finding::record, Finding::field)
                .contains(tuple(rule, "receipt 1 (" + FIRST + ")", pointer));
    }

    @Test
    void takesWhatTheReasonsNeed() throws IOException {
        assertThat(read(message(receipt(
                                FIRST,
                                request("100024", "\"note\":\"ｶｸﾆﾝ中\""),
                                request("100023", "\"date\":\"20260331\""),
                                request("100018", "\"date\":\"20260331\",\"recovered\":\"20260410\""),
                                request("100025", "\"sendBackRef\":\"123\""))))
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesAReceiptOrAReferenceThatStandsTwice() throws IOException {
        String withRef =
                receipt(SECOND, NO_CARD).replace("\"requests\"", "\"payerRef\":\"" + FIRST + "\",\"requests\"");

        assertThat(read(message(receipt(FIRST, NO_CARD), receipt(FIRST, NO_CARD), withRef))
                        .findings())
                .extracting(Finding::rule, Finding::field)
                .containsExactly(
                        tuple("S29", "/data/receipts/1/receiptKey"), tuple("S28", "/data/receipts/2/payerRef"));
    }

    @Test
    void wantsAReferenceWhereTheSearchNumberIsTooLongForOne() throws IOException {
        String longKey = "1".repeat(20);

        assertThat(read(message(receipt(longKey, NO_CARD))).findings())
                .extracting(Finding::rule)
                .containsExactly("S32");
        assertThat(read(message(receipt(longKey, NO_CARD).replace("\"requests\"", "\"payerRef\":\"7\",\"requests\"")))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{\"id\":\"1\",\"id\":\"2\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]",
                "null",
                "[]",
                "\"text\"",
                "{\"data\":{\"receipts\":{}}}",
                "{\"data\":{\"receipts\":[]}}",
                "{\"data\":{\"receipts\":[null]}}"
            })
    void refusesWhatIsNoSelection(String text) throws IOException {
        assertThat(read(text).accepted()).isFalse();
    }

    @Test
    void refusesAnotherEvent() throws IOException {
        String other = message(receipt(FIRST, NO_CARD)).replace("re-examination-selected", "accepted");

        assertThat(read(other).findings().stream().map(f -> f.field() + ": " + f.message(Locale.ENGLISH)))
                .containsExactly("/type: The value must be \"jp.kenpo.receipts.re-examination-selected\". Correct the"
                        + " value, or send the message to the queue that it belongs to.");
    }

    @Test
    void saysWhereTheJsonBreaksAndNotWhatStandsThere() throws IOException {
        Reading reading = read("{\"id\":\n  \"山田\" oops}");

        assertThat(reading.findings().stream().map(f -> f.message(Locale.ENGLISH)))
                .singleElement()
                .asString()
                .startsWith("The message is not JSON: line 2, column ")
                .doesNotContain("oops", "山田");
    }

    @Test
    void refusesAMessageThatIsTooLarge() throws IOException {
        assertThat(read(" ".repeat(EventMessage.LARGEST + 1)).findings())
                .extracting(Finding::rule)
                .containsExactly("S01");
    }

    @Test
    void namesNoValueInAFinding() throws IOException {
        Reading reading = read(message(receipt("山田太郎", request("佐藤", "\"note\":\"\\u0001鈴木\",\"田中\":1"))));

        assertThat(reading.errors()).isGreaterThan(3);
        assertThat(reading.findings().toString()).doesNotContain("山田", "佐藤", "鈴木", "田中");
    }

    @Test
    void leavesEveryByteWhenEverythingIsPermitted() throws IOException {
        String text = message(receipt(FIRST, CONTENT_REQUEST)) + "\n";
        var out = new ByteArrayOutputStream();

        var projected = content.project(stream(text), out, Permission.of(SelectionContent.FIELDS));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(projected.records()).isEqualTo(1);
        assertThat(projected.removed()).isEmpty();
        assertThat(projected.left()).isEqualTo(SelectionContent.FIELDS);
    }

    @Test
    void removesWhatIsNotPermitted() throws IOException {
        var out = new ByteArrayOutputStream();

        var projected = content.project(
                stream(message(receipt(FIRST, CONTENT_REQUEST))),
                out,
                Permission.of(Set.of("re-examination.receipt-key", "re-examination.reason-code")));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("{\"receipts\":[{\"receiptKey\":\"" + FIRST
                        + "\",\"requests\":[{\"reason\":\"100060\",\"detail\":\"100002\"}]}]}}");
        assertThat(projected.left())
                .containsExactlyInAnyOrder("re-examination.receipt-key", "re-examination.reason-code");
        assertThat(projected.removed())
                .isEqualTo(
                        Map.of("re-examination.transfer", 1L, "re-examination.remark", 2L, "re-examination.lines", 1L));
    }

    @Test
    void letsNothingLeaveOfAMessageWithErrors() {
        assertThatThrownBy(() -> content.project(
                        stream(message(receipt(FIRST, request("999999", "")))),
                        new ByteArrayOutputStream(),
                        Permission.of(SelectionContent.FIELDS)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void hasATextForEveryRuleInBothLanguages() {
        for (SelectionRule rule : SelectionRule.values()) {
            Finding finding = rule.finding(null, "", 1, 2, 3);
            assertThat(finding.message(Locale.ENGLISH)).isNotEqualTo(rule.id()).doesNotContain("{");
            assertThat(finding.message(Locale.JAPANESE))
                    .isNotEqualTo(finding.message(Locale.ENGLISH))
                    .doesNotContain("{");
            for (Locale locale : List.of(Locale.ROOT, Locale.JAPANESE)) {
                assertThat(ResourceBundle.getBundle("messages.selection", locale)
                                .containsKey(rule.id()))
                        .isTrue();
            }
        }
    }

    private Reading read(String text) throws IOException {
        return content.read(stream(text), Arrival.UNKNOWN);
    }
}
