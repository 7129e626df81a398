package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.kenpo.gateway.configuration.SftpLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much may wait in the upload folder of one party, and how fast new files may come. Thread-safe.
 *
 * <p>What waits is never less than what is counted here since the folder was looked at last: others only take away. So
 * the folder is looked at again only when the count says that it is full, and then once a second at most.
 */
final class HomeQuota {

    private static final Logger log = LoggerFactory.getLogger(HomeQuota.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TAKEN = ".taken";

    private final String user;
    private final Path upload;
    private final SftpLimits limits;
    private final Clock clock;
    private Waiting waiting = new Waiting(Integer.MAX_VALUE, Long.MAX_VALUE);
    private Instant lookedAt = Instant.MIN;
    private Instant minute = Instant.MIN;
    private Instant saidAt = Instant.MIN;
    private int begun;

    /** @param user name of the account, for the log */
    HomeQuota(String user, Path upload, SftpLimits limits, Clock clock) {
        this.user = user;
        this.upload = upload;
        this.limits = limits;
        this.clock = clock;
    }

    private record Waiting(int files, long bytes) {}

    /**
     * Counts a new file.
     *
     * @throws FileSystemException if too many wait, or came in this minute
     */
    synchronized void begin() throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(later(minute, MINUTE))) {
            minute = now;
            begun = 0;
        }
        if (begun >= limits.newFilesPerMinute()) {
            throw refusal("too many new files in a minute: go on later");
        }
        if (isFull(1, 0)) {
            throw refusal("too many files wait in upload: send the rest when they have been taken");
        }
        begun++;
        waiting = new Waiting(waiting.files() + 1, waiting.bytes());
    }

    /**
     * Counts bytes by which a file grows.
     *
     * @throws FileSystemException if too many wait
     */
    synchronized void grow(long bytes) throws IOException {
        if (isFull(0, bytes)) {
            throw refusal("too many bytes wait in upload: send the rest when files have been taken");
        }
        waiting = new Waiting(waiting.files(), waiting.bytes() + bytes);
    }

    private boolean isFull(int files, long bytes) throws IOException {
        if (!exceeds(files, bytes)) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(later(lookedAt, LOOK_AGAIN))) {
            return true;
        }
        lookedAt = now;
        Count count = new Count();
        Files.walkFileTree(upload, count);
        waiting = new Waiting(count.files, count.bytes);
        return exceeds(files, bytes);
    }

    private boolean exceeds(int files, long bytes) {
        return files > limits.waitingFiles() - waiting.files() || bytes > limits.waitingBytes() - waiting.bytes();
    }

    private static Instant later(Instant than, Duration by) {
        return than.equals(Instant.MIN) ? than : than.plus(by);
    }

    /** Says it in the log too, once a minute: a party that goes on trying would fill it. */
    private FileSystemException refusal(String why) {
        Instant now = clock.instant();
        if (!now.isBefore(later(saidAt, MINUTE))) {
            saidAt = now;
            log.warn("{}: an upload is refused, {}", user, why);
        }
        return new FileSystemException(null, null, why);
    }

    /** Counts what lies there, but for what the gateway has taken and keeps aside. */
    private static final class Count extends SimpleFileVisitor<Path> {

        private int files;
        private long bytes;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return String.valueOf(folder.getFileName()).equals(TAKEN)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        /** A file that was taken in meanwhile. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
