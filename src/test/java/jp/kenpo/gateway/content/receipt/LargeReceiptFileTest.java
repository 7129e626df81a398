package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;

/** The reader's memory: what a line costs, and what stays. Counts of bytes, not times, so that it holds on any machine. */
class LargeReceiptFileTest {

    private static final long LINES_OF_RECEIPT = 32;

    private final PayerReceiptContent content = MadeUpReceipts.content();

    @Test
    void readsThreeHundredMegabytesOfOneMemberAndKeepsNothing() throws IOException {
        byte[] receipt = MadeUpReceipts.receipt(1);
        long times = 300_000_000L / receipt.length;

        Reading reading = content.read(new Repeated(receipt, times), Arrival.UNKNOWN);

        assertThat(reading.counts()).containsEntry("receipts", times).containsEntry("lines", times * LINES_OF_RECEIPT);
        assertThat(reading.members()).isEqualTo(1);
        assertThat(reading.errors())
                .as("each receipt but the first comes twice")
                .isEqualTo(2 * (times - 1));
        assertThat(reading.findings()).hasSize(1000);
    }

    @Test
    void allocatesLittleALine() throws IOException {
        byte[] file = MadeUpReceipts.file(20_000);
        read(file);
        long before = allocated();

        Reading reading = read(file);

        long bytesALine = (allocated() - before) / reading.counts().getOrDefault("lines", 1L);
        assertThat(bytesALine).isLessThan(150);
    }

    private Reading read(byte[] file) throws IOException {
        return content.read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    /** The same bytes many times over, then the end mark, without holding them. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private long left;
        private int at;

        Repeated(byte[] bytes, long times) {
            this.bytes = bytes;
            left = bytes.length * times + 1;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (left == 1) {
                target[offset] = 0x1A;
                left = 0;
                return 1;
            }
            int count = (int) Math.min(Math.min(length, bytes.length - at), left - 1);
            System.arraycopy(bytes, at, target, offset, count);
            at = (at + count) % bytes.length;
            left -= count;
            return count;
        }
    }
}
