package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.reexamination.ReExaminationComposition;
import jp.kenpo.gateway.content.reexamination.RequestPlace;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;

/** The reader of receipts also reads the request files that the gateway makes of them. */
class RequestFileTest {

    private static final String SELECTION = """
            {"specversion":"1.0","id":"1","source":"core-system","type":"jp.kenpo.receipts.re-examination-selected",
             "data":{"receipts":[
               {"transfer":"01K6D0W5Q8ZJ4T7R9XN2M3C5VB","receiptKey":"%s","crossViewed":["%s"],
                "requests":[{"reason":"100060","detail":"100002","note":"過剰ではないか","contacted":true,
                             "lines":[{"line":%d}]}]}]}}""";

    @Test
    void readsTheRequestFileOfAMadeUpReceiptWithoutAFinding() throws IOException {
        byte[] request =
                compose(MadeUpReceipts.file(6), SELECTION.formatted("13150805000000005", "13150805000000006", 15));

        Reading reading = MadeUpReceipts.content().read(new ByteArrayInputStream(request), Arrival.UNKNOWN);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).containsEntry("receipts", 1L);
        assertThat(reading.fields()).contains("receipt.md", "receipt.rt", "receipt.jr");
    }

    @Test
    void readsTheRequestFileOfTheSharedSampleWithoutAFinding() throws IOException {
        var sample = Peers.sample("receipts/11_RECODEINFO_MED.CSV");
        if (sample.isPresent()) {
            byte[] request = compose(
                    Files.readAllBytes(sample.get()),
                    SELECTION.formatted("13143005910000001", "13143005910000003", 15));

            Reading reading = MadeUpReceipts.content().read(new ByteArrayInputStream(request), Arrival.UNKNOWN);

            assertThat(reading.findings()).isEmpty();
            assertThat(reading.counts()).containsEntry("receipts", 1L).containsEntry("lines", 221L);
        }
    }

    private static byte[] compose(byte[] received, String selection) throws IOException {
        var out = new ByteArrayOutputStream();
        var findings = new ReExaminationComposition(RequestPlace.AFTER_RC)
                .compose(
                        new ByteArrayInputStream(selection.getBytes(StandardCharsets.UTF_8)),
                        transfer -> new ByteArrayInputStream(received),
                        out);
        assertThat(findings).isEmpty();
        return out.toByteArray();
    }
}
