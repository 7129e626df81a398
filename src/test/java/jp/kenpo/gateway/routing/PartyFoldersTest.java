package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartyFoldersTest {

    @TempDir
    private Path homes;

    private Path one;
    private Path other;
    private PartyFolders folders;
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void make() throws IOException {
        one = homes.resolve("employer-0001/upload/filings");
        other = homes.resolve("employer-0002/upload/filings");
        folders = new PartyFolders(List.of(one, other), nanos::get);
        folders.create();
        age(one);
        age(other);
    }

    @Test
    void looksAgainOnlyWhereSomethingChanged() throws IOException {
        assertThat(folders.busy()).containsExactly(one, other);
        lookTwice(one);
        lookTwice(other);
        assertThat(folders.busy()).isEmpty();

        Files.writeString(other.resolve("a.csv"), "a");
        assertThat(folders.busy()).containsExactly(other);
    }

    @Test
    void keepsLookingWhereAFileIsNotWholeYet() throws IOException {
        Files.writeString(one.resolve("half.csv"), "ha");
        age(one);

        lookTwice(one);
        assertThat(folders.busy()).contains(one);
    }

    @Test
    void whatWasSetAsideIsNothing() throws IOException {
        Files.createDirectory(one.resolve(".taken"));
        age(one);

        lookTwice(one);
        assertThat(folders.busy()).doesNotContain(one);
    }

    @Test
    void keepsLookingRightAfterAChangeBecauseAnotherMayHaveTheSameTime() throws IOException {
        Files.setLastModifiedTime(one, FileTime.from(Instant.now()));

        folders.nothingFound(one, PartyFolders.changed(one));
        assertThat(folders.busy()).contains(one);
    }

    @Test
    void keepsLookingWhereAFolderIsGone() throws IOException {
        Files.delete(one);

        lookTwice(one);
        assertThat(folders.busy()).contains(one);
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(60)));
    }

    /** Some seconds apart. */
    private void lookTwice(Path folder) {
        folders.nothingFound(folder, PartyFolders.changed(folder));
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        folders.nothingFound(folder, PartyFolders.changed(folder));
    }
}
