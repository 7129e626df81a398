package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;

class PayerReceiptContentTest {

    @Test
    void acceptsAWholeFileWithoutAFinding() throws IOException {
        Reading reading = read(MadeUpReceipts.file(10));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.accepted()).isTrue();
        assertThat(reading.counts())
                .containsEntry("receipts", 10L)
                .containsEntry("lines", 326L)
                .containsEntry("points", 6200L)
                .containsEntry("pointsPaid", 5960L);
    }

    @Test
    void readsTheSharedSampleWithoutAFinding() throws IOException {
        var sample = Peers.sample("receipts/11_RECODEINFO_MED.CSV");
        if (sample.isPresent()) {
            Reading reading = read(Files.readAllBytes(sample.get()));

            assertThat(reading.findings()).isEmpty();
            assertThat(reading.counts()).containsEntry("receipts", 7L).containsEntry("lines", 714L);
            assertThat(reading.members()).isEqualTo(6);
            assertThat(reading.counts()).containsEntry("points", 166_190L).containsEntry("pointsPaid", 165_586L);
        }
    }

    private static Reading read(byte[] file) throws IOException {
        return MadeUpReceipts.content().read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }
}
