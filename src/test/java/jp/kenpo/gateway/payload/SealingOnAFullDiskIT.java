package jp.kenpo.gateway.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import jp.kenpo.gateway.testing.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the second thread could not write of a payload is told when the payload is sealed, at the latest. */
class SealingOnAFullDiskIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int DISK = 12;
    private static final int PIECE = 32 * 1024;

    private static final int WITH_ROOM = 5 * MEGABYTE + MEGABYTE / 2;

    /** Some of it is to be written, for its end begins another segment; all of it is under way at a time. */
    private static final int WITHOUT_ROOM = MEGABYTE - PIECE;

    @TempDir
    private Path temp;

    /** The disk has room again when the end is written, which tells nothing of what is missing before it. */
    @Test
    void sealsNothingOfWhichAPieceWasNotWritten() throws Exception {
        Path folder = temp.resolve("payloads");
        try (SmallDisk disk = SmallDisk.at(folder, DISK)) {
            PayloadStore store = new PayloadStore(
                    folder, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
            try (PayloadStore.Draft draft = store.draft()) {
                write(WITH_ROOM, draft);
                awaitAllWasTried();
                disk.fill();
                write(WITHOUT_ROOM, draft);
                awaitAllWasTried();
                disk.free();

                assertThatThrownBy(draft::seal).isInstanceOf(IOException.class).hasMessage("No space left on device");
                assertThatThrownBy(draft::seal).isInstanceOf(IOException.class);
            }
            SecondThreadTest.awaitNoSecondThread();
            assertThat(filesBelow(folder)).isZero();

            try (PayloadStore.Draft draft = store.draft()) {
                write(WITH_ROOM, draft);
                try (InputStream in = store.open(draft.seal())) {
                    assertThat(in.readAllBytes()).hasSize(WITH_ROOM);
                }
            }
        }
    }

    /** As it comes from a counterparty, in pieces. */
    private static void write(int count, PayloadStore.Draft draft) throws IOException {
        byte[] piece = new byte[PIECE];
        new Random(7).nextBytes(piece);
        for (int written = 0; written < count; written += PIECE) {
            draft.stream().write(piece);
        }
    }

    /** The second thread waits when it has worked on all that it was given. */
    private static void awaitAllWasTried() {
        await("the second thread at rest")
                .atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("payload-second-thread"))
                        .allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    private static long filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
