package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainderTest {

    /** More than is done without a second thread. */
    private static final int SIZE = 9_000_000;

    private static final int STEP = 50_000;

    @TempDir
    Path folder;

    private final byte[] bytes = new byte[SIZE];
    private PayloadStore store;
    private Ticket whole;
    private int told;

    /** Reads a payload and writes what remains of it. */
    private interface Cut {
        void from(InputStream in, OutputStream out) throws IOException;
    }

    @BeforeEach
    void keepAPayload() throws GeneralSecurityException, IOException {
        store = new PayloadStore(
                folder, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        new Random(3).nextBytes(bytes);
        whole = store.keep(new ByteArrayInputStream(bytes), SIZE);
    }

    @Test
    void isThePayloadWhereAllRemainsAndNothingIsWritten() throws IOException {
        Ticket remains = remainsOf((in, out) -> {
            byte[] some = new byte[STEP];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                assertThat(files()).hasSize(1);
            }
        });
        assertThat(remains).isEqualTo(whole);
        assertThat(files()).hasSize(1);
        assertThat(told).isZero();
    }

    @Test
    void isThePayloadAlsoWhereAllIsReadFirst() throws IOException {
        assertThat(remainsOf((in, out) -> out.write(in.readAllBytes()))).isEqualTo(whole);
        assertThat(files()).hasSize(1);
    }

    @Test
    void lacksWhatIsLeftOutWhereverItStood() throws IOException {
        for (int at : List.of(0, 1, STEP, SIZE / 2 + 7, SIZE - 1)) {
            byte[] expected = new byte[SIZE - 1];
            System.arraycopy(bytes, 0, expected, 0, at);
            System.arraycopy(bytes, at + 1, expected, at, SIZE - 1 - at);

            Ticket remains = remainsOf((in, out) -> {
                copy(in, out, at);
                assertThat(in.skip(1)).isEqualTo(1);
                copy(in, out, SIZE - 1 - at);
            });

            assertThat(bytesOf(remains)).as("without byte " + at).isEqualTo(expected);
        }
    }

    @Test
    void hasWhatIsPutIn() throws IOException {
        byte[] expected = Arrays.copyOf(bytes, SIZE + 2);
        Ticket remains = remainsOf((in, out) -> {
            copy(in, out, SIZE);
            out.write(0);
            out.write(0);
        });
        assertThat(bytesOf(remains)).isEqualTo(expected);
    }

    @Test
    void isEmptyWhereNothingIsWritten() throws IOException {
        assertThat(bytesOf(remainsOf((in, out) -> {}))).isEmpty();
    }

    @Test
    void leavesNothingWhereItIsNotSealed() throws IOException {
        try (InputStream in = store.open(whole);
                Remainder remainder = new Remainder(store, whole, in, () -> told++)) {
            remainder.out().write('x');
            assertThat(told).isEqualTo(1);
            remainder.out().write('y');
        }
        assertThat(told).isEqualTo(1);
        assertThat(files()).hasSize(1);
    }

    private Ticket remainsOf(Cut cut) throws IOException {
        try (InputStream in = store.open(whole);
                Remainder remainder = new Remainder(store, whole, in, () -> told++)) {
            cut.from(remainder.in(), remainder.out());
            remainder.in().transferTo(OutputStream.nullOutputStream());
            return remainder.seal();
        }
    }

    private static void copy(InputStream in, OutputStream out, int count) throws IOException {
        for (int left = count; left > 0; ) {
            byte[] some = in.readNBytes(Math.min(left, STEP));
            out.write(some);
            left -= some.length;
        }
    }

    private byte[] bytesOf(Ticket ticket) throws IOException {
        try (InputStream in = store.open(ticket)) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
