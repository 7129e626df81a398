package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter terminal = new StringWriter();
    private final Watch watch = new Watch();

    @Test
    void saysHowMuchIsReadAndHowLongTheRestTakes() {
        var bar = bar(Locale.ENGLISH, 100_000_000);
        watch.pass(Duration.ofSeconds(3));

        bar.at(25_000_000);

        assertThat(terminal).hasToString("\r[#######.......................] 25%  25.0 of 100.0 MB  9 s left");
    }

    @Test
    void saysItInJapanese() {
        var bar = bar(Locale.JAPANESE, 4_000_000);
        watch.pass(Duration.ofSeconds(1));

        bar.at(2_000_000);

        assertThat(terminal).hasToString("\r[###############...............] 50%  2.0 / 4.0 MB  残り 1 秒");
    }

    @Test
    void isNotDrawnWhereTheFileIsReadAtOnce() {
        try (var bar = bar(Locale.ENGLISH, 100)) {
            bar.at(50);
            watch.pass(Duration.ofMillis(199));
            bar.at(100);
        }
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void isDrawnFiveTimesASecondAtMost() {
        var bar = bar(Locale.ENGLISH, 1_000);
        for (int done = 1; done <= 1_000; done++) {
            watch.pass(Duration.ofMillis(1));
            bar.at(done);
        }
        assertThat(terminal.toString().chars().filter(each -> each == '\r')).hasSize(5);
    }

    @Test
    void leavesAnEmptyLine() {
        try (var bar = bar(Locale.ENGLISH, 10_000_000)) {
            watch.pass(Duration.ofSeconds(30));
            bar.at(1_000_000);
        }
        String[] drawn = terminal.toString().split("\r", -1);
        assertThat(drawn).hasSize(4);
        assertThat(drawn[2]).isBlank().hasSameSizeAs(drawn[1]);
        assertThat(drawn[3]).isEmpty();
    }

    private ProgressBar bar(Locale locale, long total) {
        return new ProgressBar(new PrintWriter(terminal), new Texts(locale), total, watch);
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-10-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
