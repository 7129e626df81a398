package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes at the place of a folder, which a test fills to its last byte. It takes root to mount it. */
public final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Mounts a disk over a new folder; where that is not permitted the test is skipped, and the build says so. */
    public static SmallDisk at(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
            if (!mount("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())) {
                Peers.notPermitted("mounting a small disk");
            }
            SmallDisk disk = new SmallDisk(folder);
            // a mount that was left would stand in the way of the next test
            Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
            return disk;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean mount(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Fills it: nobody can write another byte. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (int size = PIECE; size > 0; size /= 2) {
                writeUntilFull(out, new byte[size]);
            }
        }
    }

    private static void writeUntilFull(OutputStream out, byte[] piece) {
        try {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    /** Gives the room back. */
    public void free() throws IOException {
        Files.delete(ballast);
    }

    public Path folder() {
        return folder;
    }

    /** Takes the disk away with all that is on it, also while somebody uses it. */
    @Override
    public void close() {
        try {
            mount("umount", "-l", folder.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
