package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the reader does, the other gets all bytes; what was not seen whole does not count. */
@Timeout(20)
class EarlyReadingTest {

    private static final int SIZE = 3 * 1024 * 1024;
    private static final Ticket TICKET = new Ticket("id", "key", "a".repeat(64), SIZE);

    @TempDir
    Path temp;

    private Installation installation;
    private EarlyReadings readings;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        readings = new EarlyReadings(
                installation.layouts(), installation.counterparties(), installation.payloads(), installation.ledger());
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void aReaderThatFailsLeavesTheOtherAlone() throws IOException {
        var reading = new EarlyReading(readings, "receipt", in -> {
            in.readNBytes(10);
            throw new IllegalStateException("a fault of the reader");
        });
        assertThat(all(reading)).isEqualTo(SIZE);
        reading.kept(TICKET);
        assertThat(readings.of(TICKET, "receipt")).isEmpty();
    }

    @Test
    void anInterruptionWhileTheReaderStandsStillIsPassedOn() throws IOException {
        var goOn = new CountDownLatch(1);
        var reading = new EarlyReading(readings, "receipt", in -> {
            await(goOn);
            in.transferTo(OutputStream.nullOutputStream());
            throw new IOException("not all was seen, so nobody may ask what");
        });
        Thread.currentThread().interrupt();
        assertThat(all(reading)).isEqualTo(SIZE);
        assertThat(Thread.interrupted()).isTrue();
        reading.kept(TICKET);
        assertThat(readings.of(TICKET, "receipt")).isEmpty();
        goOn.countDown();
    }

    private static long all(EarlyReading reading) throws IOException {
        try (InputStream in = reading.of(new ByteArrayInputStream(new byte[SIZE]))) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
