package jp.kenpo.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClockTest {

    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00Z");
    private static final double DAY_A_MINUTE = 1440;

    private final AtomicReference<Instant> outsideTime = new AtomicReference<>(BEGIN);
    private final InstantSource source = outsideTime::get;
    private final Clock outside = source.withZone(ZoneId.of("Asia/Tokyo"));

    @TempDir
    Path folder;

    @Test
    void passesADayInAMinute() throws IOException {
        SandboxClock clock = SandboxClock.running(outside, DAY_A_MINUTE, folder.resolve("clock"));

        outsideTime.set(BEGIN.plus(Duration.ofMinutes(2)));

        assertThat(clock.instant()).isEqualTo(BEGIN.plus(Duration.ofDays(2)));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void goesOnAfterARestartAndNotBack() throws IOException {
        SandboxClock before = SandboxClock.running(outside, DAY_A_MINUTE, null);
        outsideTime.set(BEGIN.plus(Duration.ofMinutes(30)));
        before.keep(folder.resolve("clock"));

        SandboxClock after = SandboxClock.running(outside, DAY_A_MINUTE, folder.resolve("clock"));

        assertThat(after.instant()).isEqualTo(BEGIN.plus(Duration.ofDays(30)));
    }

    @Test
    void takesTheTimeOutsideWhereTheKeptTimeIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "yesterday");

        assertThat(SandboxClock.running(outside, 1, file).instant()).isEqualTo(BEGIN);
    }

    @Test
    void standsUntilItIsSet() {
        SandboxClock clock = SandboxClock.standing(outside, BEGIN);
        outsideTime.set(BEGIN.plus(Duration.ofHours(5)));
        assertThat(clock.instant()).isEqualTo(BEGIN);

        clock.set(BEGIN.plus(Duration.ofDays(1)));

        assertThat(clock.instant()).isEqualTo(BEGIN.plus(Duration.ofDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(BEGIN)).withMessage("time does not go back");
    }
}
