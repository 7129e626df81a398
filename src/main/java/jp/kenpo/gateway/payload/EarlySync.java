package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Brings a long file to the disk while it is still being written. Else all of it would be left for the sync at its end,
 * for which the commits of all other transfers have to wait. Used by the thread that writes.
 */
public final class EarlySync {

    /** So many bytes are written between two syncs; a shorter file has none but its last. */
    public static final long STRETCH = 32L * 1024 * 1024;

    private final Disk disk;
    private long unsynced;
    private @Nullable FutureTask<@Nullable Void> underWay;

    /** Brings to the disk what was written before. */
    @FunctionalInterface
    public interface Disk {
        void sync() throws IOException;
    }

    public EarlySync(Disk disk) {
        this.disk = disk;
    }

    /** Syncs the bytes of an open file. */
    public static EarlySync of(FileChannel file) {
        return new EarlySync(() -> file.force(false));
    }

    /**
     * Is told after each write; does not wait for the disk.
     *
     * @throws IOException what the last sync met: a disk tells of a failure once
     */
    public void wrote(int bytes) throws IOException {
        unsynced += bytes;
        if (unsynced >= STRETCH && (underWay == null || underWay.isDone())) {
            finish();
            unsynced = 0;
            begin();
        }
    }

    private void begin() {
        FutureTask<@Nullable Void> next = new FutureTask<>(() -> {
            disk.sync();
            return null;
        });
        Thread thread = new Thread(next, "payload-sync");
        thread.setDaemon(true);
        thread.start();
        underWay = next;
    }

    /**
     * Returns when no sync is under way. What was written last is not synced by it.
     *
     * @throws IOException what one met
     */
    public void finish() throws IOException {
        if (underWay == null) {
            return;
        }
        try {
            underWay.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was brought to the disk");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IOException("a file can't be brought to the disk", failed.getCause());
        }
    }
}
