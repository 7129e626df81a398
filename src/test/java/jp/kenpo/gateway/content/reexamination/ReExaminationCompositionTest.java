package jp.kenpo.gateway.content.reexamination;

import static jp.kenpo.gateway.content.reexamination.Selections.FIRST;
import static jp.kenpo.gateway.content.reexamination.Selections.OTHER_TRANSFER;
import static jp.kenpo.gateway.content.reexamination.Selections.SECOND;
import static jp.kenpo.gateway.content.reexamination.Selections.THIRD;
import static jp.kenpo.gateway.content.reexamination.Selections.TRANSFER;
import static jp.kenpo.gateway.content.reexamination.Selections.message;
import static jp.kenpo.gateway.content.reexamination.Selections.receipt;
import static jp.kenpo.gateway.content.reexamination.Selections.receiptOf;
import static jp.kenpo.gateway.content.reexamination.Selections.request;
import static jp.kenpo.gateway.content.reexamination.Selections.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import org.junit.jupiter.api.Test;

class ReExaminationCompositionTest {

    private static final String NO_CARD = request("100014", "");

    private final Map<String, byte[]> held = new HashMap<>();
    private final Map<String, Integer> opened = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Composition.Sources sources = transfer -> {
        byte[] bytes = held.get(transfer);
        if (bytes == null) {
            throw new FileNotFoundException("not held");
        }
        opened.merge(transfer, 1, Integer::sum);
        return new ByteArrayInputStream(bytes);
    };

    @Test
    void repeatsTheReceiptByteForByteAndAddsTheRequestLines() throws IOException {
        holds(TRANSFER, group(FIRST), group(SECOND), group(THIRD));

        var findings = compose(
                RequestPlace.AFTER_RC,
                receipt(
                        SECOND,
                        request(
                                "100060",
                                "\"detail\":\"100002\",\"note\":\"ｶｼﾞｮｳ 3回\",\"contacted\":true,\"lines\":"
                                        + "[{\"line\":5,\"target\":false},{\"line\":6},{\"line\":7,\"branch\":0}]"),
                        request("100041", "\"freeText\":\"記録もれ\"")));

        assertThat(findings).isEmpty();
        assertThat(written()).isEqualTo(group(SECOND) + """
                3,12,0,MD,1,,13143005910000002,1,100060,カジョウ　３回,,,100002,,,,1,,,,,,,,
                3,13,0,RT,1,1,1,6,0
                3,14,0,RT,1,1,2,7,0
                3,15,0,RT,1,2,3,5,0
                3,16,0,MD,2,,,,100041,,,,,,記録もれ,,,,,,,,,,
                \u001a""".replace("\n", "\r\n"));
    }

    @Test
    void writesAsManyItemsAsThePayerSideDoes() throws IOException {
        holds(TRANSFER, group(FIRST));

        compose(
                RequestPlace.AFTER_RC,
                receipt(FIRST, request("100060", "\"lines\":[{\"line\":6}]"))
                        .replace("\"requests\"", "\"crossViewed\":[\"" + SECOND + "\"],\"requests\""));

        assertThat(written().lines().filter(line -> line.startsWith("3,")))
                .extracting(line -> line.split(",")[3] + " " + line.split(",", -1).length)
                .containsExactly("MD 25", "RT 9", "JR 12");
        assertThat(written()).contains("\r\n3,14,0,JR,1,13143005910000002,,,,,,\r\n");
    }

    @Test
    void canPutTheRequestLinesInFrontOfTheControlRecords() throws IOException {
        holds(TRANSFER, group(FIRST));

        compose(RequestPlace.BEFORE_RC, receipt(FIRST, NO_CARD));

        assertThat(written().lines().map(line -> line.length() > 8 ? line.substring(0, 8) : line))
                .endsWith("2,9,0,JY", "3,12,0,M", "2,10,0,R", "2,11,1,R", "\u001a");
        assertThat(written().replaceFirst("3,12,0,MD[^\r]*\r\n", "")).isEqualTo(group(FIRST) + "\u001a");
    }

    @Test
    void readsEachTransferOnceAndKeepsTheOrderOfItsReceipts() throws IOException {
        holds(TRANSFER, group(FIRST), group(SECOND));
        holds(OTHER_TRANSFER, group(THIRD));

        var findings = compose(
                RequestPlace.AFTER_RC,
                receipt(SECOND, NO_CARD),
                receiptOf(OTHER_TRANSFER, THIRD, NO_CARD),
                receipt(FIRST, NO_CARD));

        assertThat(findings).isEmpty();
        assertThat(opened).isEqualTo(Map.of(TRANSFER, 1, OTHER_TRANSFER, 1));
        assertThat(written().lines().filter(line -> line.contains(",MN,")).map(line -> line.split(",", -1)[6]))
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void countsTheRoundOfAReceiptThatWasRequestedBefore() throws IOException {
        holds(
                TRANSFER,
                group(FIRST)
                        .replace(
                                "2,10,0,RC",
                                "13,10,0,MD,1,,1,1,100060,,,,,,,,,,,,,,,,\r\n13,10,0,MD,2,,,,100041,,,,,,,,,,,,,,,,\r\n2,10,0,RC"));

        compose(RequestPlace.AFTER_RC, receipt(FIRST, NO_CARD));

        assertThat(written()).contains("3,12,0,MD,1,,13143005910000001,2,100014,");
    }

    @Test
    void findsLinesThatCannotBeTargets() throws IOException {
        holds(TRANSFER, group(FIRST));

        var findings = compose(
                RequestPlace.AFTER_RC,
                receipt(
                        FIRST,
                        request(
                                "100060",
                                "\"lines\":[{\"line\":99},{\"line\":5},{\"line\":1,\"target\":false},{\"line\":8},"
                                        + "{\"line\":6,\"branch\":1}]"),
                        request("100060", "\"detail\":\"100008\",\"lines\":[{\"line\":6}]")));

        assertThat(findings)
                .extracting(Finding::rule, Finding::record, Finding::field)
                .containsExactly(
                        at("Q03", "/data/receipts/0/requests/0/lines/0"),
                        at("Q05", "/data/receipts/0/requests/0/lines/1"),
                        at("Q05", "/data/receipts/0/requests/0/lines/2"),
                        at("Q04", "/data/receipts/0/requests/0/lines/3"),
                        at("Q03", "/data/receipts/0/requests/0/lines/4"),
                        at("Q06", "/data/receipts/0/requests/1/lines"));
    }

    @Test
    void findsReceiptsAndTransfersThatAreNotThere() throws IOException {
        holds(TRANSFER, group(FIRST));

        var findings =
                compose(RequestPlace.AFTER_RC, receipt(SECOND, NO_CARD), receiptOf(OTHER_TRANSFER, THIRD, NO_CARD));

        assertThat(findings)
                .extracting(Finding::rule, Finding::record, Finding::field)
                .containsExactly(
                        tuple("Q02", "receipt 1 (" + SECOND + ")", "/data/receipts/0/receiptKey"),
                        tuple("Q01", "receipt 2 (" + THIRD + ")", "/data/receipts/1/transfer"));
    }

    @Test
    void refusesASearchNumberThatIsNotUnique() throws IOException {
        holds(TRANSFER, group(FIRST), group(FIRST));

        assertThat(compose(RequestPlace.AFTER_RC, receipt(FIRST, NO_CARD)))
                .extracting(Finding::rule)
                .containsExactly("Q07");
    }

    @Test
    void writesNothingForASelectionWithErrors() throws IOException {
        holds(TRANSFER, group(FIRST));

        assertThat(compose(RequestPlace.AFTER_RC, receipt(FIRST, request("100024", ""))))
                .extracting(Finding::rule)
                .containsExactly("S22");
        assertThat(out.size()).isZero();
        assertThat(opened).isEmpty();
    }

    @Test
    void throwsWhenATransferBreaksWhileItIsRead() {
        var composition = new ReExaminationComposition(RequestPlace.AFTER_RC);

        assertThatThrownBy(() ->
                        composition.compose(stream(message(receipt(FIRST, NO_CARD))), transfer -> brokenStream(), out))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    private List<Finding> compose(RequestPlace place, String... receipts) throws IOException {
        return new ReExaminationComposition(place).compose(stream(message(receipts)), sources, out);
    }

    private String written() {
        return out.toString(FullWidth.WINDOWS_31J);
    }

    private void holds(String transfer, String... groups) {
        held.put(transfer, (String.join("", groups) + "\u001a").getBytes(FullWidth.WINDOWS_31J));
    }

    private static org.assertj.core.groups.Tuple at(String rule, String pointer) {
        return tuple(rule, "receipt 1 (" + FIRST + ")", pointer);
    }

    private static InputStream brokenStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
    }

    /** A receipt of eleven lines: 5 disease, 6 act, 7 drug, 8 a drug that a JY deletes. Items as far as they matter. */
    private static String group(String key) {
        return """
            2,1,0,MN,910000001,架空県架空市,%s,,,
            1,2,0,IR,1,13,1,9999913,,架空病院,202608,00,
            1,3,0,RE,1,1112,202607,架空　太郎,1,19800101
            1,4,0,HO,06990014,１２３,４５,2,300
            1,5,0,SY,0000999,20260701,1,,架空病,01,
            1,6,0,SI,12,1,112007410,,73,1
            1,7,0,IY,21,1,620000001,3,142,3
            1,8,0,IY,21,1,620000002,3,10,3
            2,9,0,JY,3,8,0,,B,,,
            2,10,0,RC,Ver00001aaaa
            2,11,1,RC,Ver00001bbbb
            """.formatted(key).replace("\n", "\r\n");
    }
}
