package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.member.MembersConcerned;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.EarlyReading.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the reader does, the other gets all bytes; what was not seen whole does not count. */
@Timeout(20)
class EarlyReadingTest {

    private static final int SIZE = 3 * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 200;
    private static final Question QUESTION = new Question("payer-fund.receipts", "a.csv", "receipt");
    private static final ContentCheck.Read NOTHING = new ContentCheck.Read(
            new Reading(Map.of(), MembersConcerned.none(), Set.of(), List.of(), 0, 0, MyNumberSightings.NONE),
            List.of());
    private static final Ticket TICKET = new Ticket("id", "key", "a".repeat(64), SIZE);

    @TempDir
    Path temp;

    private final CountDownLatch goOn = new CountDownLatch(1);
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
        goOn.countDown();
        installation.close();
    }

    @Test
    void aReaderThatFailsLeavesTheOtherAlone() throws IOException {
        EarlyReading reading = reading(in -> {
            in.readNBytes(10);
            throw new IllegalStateException("a fault of the reader");
        });
        keep(reading);
        assertThat(readings.of(TICKET, QUESTION)).isEmpty();
    }

    @Test
    void aReaderThatStandsStillIsNotWaitedForTwice() throws IOException {
        EarlyReading reading = reading(in -> {
            await(goOn);
            return read(in);
        });
        keep(reading);
        goOn.countDown();
        assertThat(readings.of(TICKET, QUESTION)).isEmpty();
    }

    @Test
    void anInterruptionWhileTheReaderStandsStillIsPassedOn() throws IOException {
        EarlyReading reading = reading(in -> {
            await(goOn);
            return read(in);
        });
        Thread.currentThread().interrupt();
        keep(reading);
        assertThat(Thread.interrupted()).isTrue();
        goOn.countDown();
        assertThat(readings.of(TICKET, QUESTION)).isEmpty();
    }

    @Test
    void whoWantsNoMoreIsShownTheRestAllTheSame() throws IOException {
        EarlyReading reading = reading(in -> {
            in.readNBytes(10);
            return NOTHING;
        });
        keep(reading);
        assertThat(readings.of(TICKET, QUESTION)).contains(NOTHING);
    }

    @Test
    void whatIsForgottenIsNotReadToItsEnd() throws IOException {
        var counted = new AtomicLong();
        EarlyReading reading = reading(in -> {
            await(goOn);
            counted.set(in.transferTo(OutputStream.nullOutputStream()));
            return NOTHING;
        });
        try (InputStream in = reading.of(new ByteArrayInputStream(new byte[100]))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        reading.forget();
        goOn.countDown();
        assertThat(reading.outcome(QUESTION)).isEmpty();
        assertThat(counted).hasValue(0);
    }

    @Test
    void readsEveryByteInItsPlace() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        var seen = new ByteArrayOutputStream();
        EarlyReading reading = reading(in -> {
            seen.write(in.read());
            in.transferTo(seen);
            return NOTHING;
        });
        try (InputStream in = reading.of(new ByteArrayInputStream(bytes))) {
            assertThat(in.read()).isEqualTo(bytes[0] & 0xff);
            in.transferTo(OutputStream.nullOutputStream());
        }
        reading.kept(TICKET);
        assertThat(readings.of(TICKET, QUESTION)).contains(NOTHING);
        assertThat(seen.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void thereIsRoomAgainWhenOneIsForgottenOrTaken() throws IOException {
        EarlyReading first = reading(EarlyReadingTest::read);
        EarlyReading second = reading(EarlyReadingTest::read);
        assertThat(readings.begins(new EarlyReading(readings, QUESTION, EarlyReadingTest::read)))
                .isFalse();
        first.forget();
        reading(EarlyReadingTest::read);
        keep(second);
        assertThat(readings.of(TICKET, QUESTION)).contains(NOTHING);
        reading(EarlyReadingTest::read);
    }

    private EarlyReading reading(EarlyReading.Reader reader) {
        var reading = new EarlyReading(readings, QUESTION, reader, PATIENCE_MILLIS);
        assertThat(readings.begins(reading)).isTrue();
        return reading;
    }

    private static ContentCheck.Read read(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return NOTHING;
    }

    private static void keep(EarlyReading reading) throws IOException {
        try (InputStream in = reading.of(new ByteArrayInputStream(new byte[SIZE]))) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
        }
        reading.kept(TICKET);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
