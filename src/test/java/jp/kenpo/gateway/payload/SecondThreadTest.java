package jp.kenpo.gateway.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read ahead and written behind by a second thread, which nobody sees but by the clock. */
class SecondThreadTest {

    private static final int LONG = 10_000_000;
    private static final int SHORT = 1_000_000;

    private final Random random = new Random(7);

    @AfterEach
    void leavesNoThread() {
        awaitNoSecondThread();
    }

    /** A thread that has let go of everything is there for a moment still. */
    static void awaitNoSecondThread() {
        await("end of the second thread").atMost(Duration.ofSeconds(10)).until(() -> secondThreads()
                .isEmpty());
    }

    @Test
    void readsEveryByteInItsOrder() throws IOException {
        byte[] bytes = bytes(LONG);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (ReadAhead in = new ReadAhead(new ByteArrayInputStream(bytes))) {
            byte[] some = new byte[100_000];
            for (int read = 0; read >= 0; read = in.read(some, 0, 1 + random.nextInt(some.length))) {
                seen.write(some, 0, read);
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(seen.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void readsAShortPayloadWithoutASecondThread() throws IOException {
        try (ReadAhead in = new ReadAhead(new ByteArrayInputStream(bytes(SHORT)))) {
            assertThat(in.readAllBytes()).hasSize(SHORT);
            assertThat(secondThreads()).isEmpty();
        }
    }

    @Test
    void tellsAReaderWhatFailedAndGoesOnFailing() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(bytes(LONG)), failing);
        try (ReadAhead in = new ReadAhead(source)) {
            assertThat(in.readNBytes(LONG)).hasSize(LONG);
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("broken off");
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void isClosedInTheMiddle() throws IOException {
        try (ReadAhead in = new ReadAhead(new ByteArrayInputStream(bytes(LONG)))) {
            assertThat(in.readNBytes(LONG / 2)).hasSize(LONG / 2);
            assertThat(secondThreads()).hasSize(1);
        }
    }

    @Test
    void writesEveryByteInItsOrder() throws IOException {
        byte[] bytes = bytes(LONG);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        WriteBehind out = new WriteBehind(written);
        for (int from = 0; from < LONG; ) {
            int some = Math.min(LONG - from, random.nextInt(100_000));
            out.write(bytes, from, some);
            from += some;
        }
        out.finish();
        out.end();
        assertThat(written.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void tellsAWriterWhatFailedAndWritesNothingMore() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream failingOnce = new OutputStream() {
            private boolean failed;

            @Override
            public void write(int one) {
                written.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!failed && written.size() + length > LONG / 2) {
                    failed = true;
                    throw new IOException("no space left");
                }
                written.write(bytes, offset, length);
            }
        };
        byte[] bytes = bytes(LONG);
        WriteBehind out = new WriteBehind(failingOnce);
        assertThatThrownBy(() -> {
                    out.write(bytes, 0, LONG / 2 - 100_000);
                    out.write(bytes, LONG / 2 - 100_000, 400_000);
                    out.finish();
                })
                .hasMessage("no space left");
        assertThatThrownBy(out::finish).isInstanceOf(IOException.class);
        out.end();
        assertThat(written.size()).isLessThan(LONG / 2);
        assertThat(written.toByteArray()).isEqualTo(Arrays.copyOf(bytes, written.size()));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<String> secondThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter("payload-second-thread"::equals)
                .toList();
    }
}
