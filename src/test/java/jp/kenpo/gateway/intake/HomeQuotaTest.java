package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a party may leave lying, and how fast it may send. */
class HomeQuotaTest {

    @TempDir
    Path upload;

    private final SteppedClock clock = new SteppedClock("2026-04-01T09:00");
    private HomeQuota quota;

    @BeforeEach
    void create() {
        quota = new HomeQuota(
                "network",
                upload,
                DoorkeeperTest.limits(Map.of(
                        "limits.waiting-files", "3",
                        "limits.waiting-bytes", "100",
                        "limits.new-files-per-minute", "5")),
                clock);
    }

    @Test
    void refusesOneFileTooManyUntilTheOthersAreTaken() throws IOException {
        file("a", 1);
        file("b", 1);
        quota.begin();
        file("c", 1);

        assertThatThrownBy(quota::begin)
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("too many files wait in upload");

        Files.delete(upload.resolve("a"));
        clock.pass(Duration.ofSeconds(1));
        quota.begin();
    }

    @Test
    void refusesOneByteTooManyUntilTheOthersAreTaken() throws IOException {
        file("a", 60);
        quota.grow(40);
        file("b", 40);

        assertThatThrownBy(() -> quota.grow(1))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("too many bytes wait in upload");

        Files.delete(upload.resolve("a"));
        clock.pass(Duration.ofSeconds(1));
        quota.grow(60);
    }

    @Test
    void isNotMovedByAFileThatSaysItIsHuge() throws IOException {
        quota.grow(40);
        assertThatThrownBy(() -> quota.grow(Long.MAX_VALUE)).isInstanceOf(FileSystemException.class);
        quota.grow(60);
    }

    @Test
    void countsNothingThatTheGatewayKeepsAside() throws IOException {
        Files.createDirectory(upload.resolve(".taken"));
        for (String name : new String[] {"a", "b", "c", "d"}) {
            file(".taken/" + name, 100);
        }
        quota.begin();
        quota.grow(100);
    }

    @Test
    void refusesWhatComesTooFastUntilTheMinuteIsOver() throws IOException {
        for (int i = 0; i < 5; i++) {
            quota.begin();
            clock.pass(Duration.ofSeconds(2));
        }
        assertThatThrownBy(quota::begin)
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("too many new files in a minute");

        clock.pass(Duration.ofSeconds(50));
        quota.begin();
    }

    @Test
    void looksAgainOnceASecondAtMost() throws IOException {
        quota.begin();
        for (String name : new String[] {"a", "b", "c"}) {
            file(name, 1);
        }
        quota.begin();
        quota.begin();
        assertThatThrownBy(quota::begin).isInstanceOf(FileSystemException.class);
        for (String name : new String[] {"a", "b", "c"}) {
            Files.delete(upload.resolve(name));
        }
        assertThatThrownBy(quota::begin).isInstanceOf(FileSystemException.class);

        clock.pass(Duration.ofSeconds(1));
        quota.begin();
        assertThat(upload).isEmptyDirectory();
    }

    @Test
    void saysInTheLogOnceAMinuteThatItRefuses() throws IOException {
        for (int i = 0; i < 5; i++) {
            quota.begin();
            clock.pass(Duration.ofSeconds(1));
        }
        try (LogLines log = LogLines.of(HomeQuota.class)) {
            assertThatThrownBy(quota::begin).isInstanceOf(FileSystemException.class);
            clock.pass(Duration.ofSeconds(50));
            assertThatThrownBy(quota::begin).isInstanceOf(FileSystemException.class);
            assertThat(log.lines())
                    .containsExactly("network: an upload is refused, too many new files in a minute: go on later");

            file("a", 100);
            clock.pass(Duration.ofSeconds(10));
            assertThatThrownBy(() -> quota.grow(101)).isInstanceOf(FileSystemException.class);
            assertThat(log.lines()).hasSize(2);
        }
    }

    private void file(String name, int size) throws IOException {
        Files.write(upload.resolve(name), new byte[size]);
    }
}
