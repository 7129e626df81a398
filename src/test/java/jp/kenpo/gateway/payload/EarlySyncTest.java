package jp.kenpo.gateway.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long file is on the disk, all but its end, when it is written. */
@Timeout(20)
class EarlySyncTest {

    private static final int PIECE = 1024 * 1024;

    private final AtomicInteger syncs = new AtomicInteger();

    @Test
    void aShortFileIsNotSyncedInBetween() throws IOException {
        var sync = new EarlySync(syncs::incrementAndGet);
        write(sync, EarlySync.STRETCH - PIECE);
        sync.finish();
        assertThat(syncs).hasValue(0);
    }

    @Test
    void aLongOneIsSyncedOnceAStretch() throws IOException {
        var sync = new EarlySync(syncs::incrementAndGet);
        for (int stretch = 1; stretch <= 3; stretch++) {
            write(sync, EarlySync.STRETCH);
            sync.finish();
            assertThat(syncs).hasValue(stretch);
        }
    }

    @Test
    void whoWritesDoesNotWaitForTheDisk() throws IOException {
        var disk = new CountDownLatch(1);
        var sync = new EarlySync(() -> {
            await(disk);
            syncs.incrementAndGet();
        });
        write(sync, 4 * EarlySync.STRETCH);
        assertThat(syncs).hasValue(0);

        disk.countDown();
        sync.finish();
        assertThat(syncs).hasValue(1);
    }

    @Test
    void whatTheDiskToldOnceIsNotLost() throws IOException {
        var failed = new Semaphore(0);
        var sync = new EarlySync(() -> {
            failed.release();
            throw new IOException("no space left");
        });
        write(sync, EarlySync.STRETCH);
        Awaitility.await().until(failed::tryAcquire);

        assertThatThrownBy(sync::finish).isInstanceOf(IOException.class).hasRootCauseMessage("no space left");
        assertThatThrownBy(() -> write(sync, EarlySync.STRETCH))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void anInterruptionIsTold() throws IOException {
        var disk = new CountDownLatch(1);
        var sync = new EarlySync(() -> await(disk));
        write(sync, EarlySync.STRETCH);
        Thread.currentThread().interrupt();
        assertThatThrownBy(sync::finish).isInstanceOf(java.io.InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        disk.countDown();
        assertThatCode(sync::finish).doesNotThrowAnyException();
    }

    @Test
    void noPayloadIsSealedOfWhichAPartDidNotReachTheDisk(@TempDir Path folder) throws Exception {
        var keys = new PayloadKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        try (var draft = new EncryptedDraft(new Folder(folder), keys, file -> failing())) {
            byte[] piece = new byte[PIECE];
            for (long written = 0; written <= EarlySync.STRETCH; written += PIECE) {
                draft.stream().write(piece);
            }
            assertThatThrownBy(draft::seal).isInstanceOf(IOException.class).hasRootCauseMessage("no space left");
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static EarlySync failing() {
        return new EarlySync(() -> {
            throw new IOException("no space left");
        });
    }

    private static void write(EarlySync sync, long bytes) throws IOException {
        for (long written = 0; written < bytes; written += PIECE) {
            sync.wrote(PIECE);
        }
    }

    @Test
    void aFaultOfOursIsNoOutage() throws IOException {
        var sync = new EarlySync(() -> {
            throw new IllegalStateException("a fault");
        });
        write(sync, EarlySync.STRETCH);
        assertThatThrownBy(sync::finish).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
