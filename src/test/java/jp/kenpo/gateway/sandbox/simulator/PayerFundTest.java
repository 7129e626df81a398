package jp.kenpo.gateway.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayerFundTest {

    private static final Instant NOW = Instant.parse("2026-04-09T03:00:00Z");
    private static final Duration PERIOD = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void deliversTheReceiptsOfTwoMonthsAgoAtOnce() throws IOException {
        payerFund(NOW, 0).act();
        assertThat(files()).containsExactly("receipts/202604/06990014/0_COMMON001/11_RECODEINFO_MED.CSV");
    }

    @Test
    void goesBackAMonthAfterARestart() throws IOException {
        payerFund(NOW, 0).act();
        payerFund(NOW, 0).act();
        assertThat(files())
                .containsExactly(
                        "receipts/202603/06990014/0_COMMON001/11_RECODEINFO_MED.CSV",
                        "receipts/202604/06990014/0_COMMON001/11_RECODEINFO_MED.CSV");
    }

    @Test
    void waitsUntilTheNextDeliveryIsDue() throws IOException {
        PayerFund payerFund = payerFund(NOW, 0);
        payerFund.act();
        payerFund.act();
        assertThat(files()).hasSize(1);
    }

    @Test
    void endsWithTheFirstMonthThatLooksLikeToday() throws IOException {
        Instant early = Instant.parse("2021-12-09T03:00:00Z");
        for (int month = 0; month < 4; month++) {
            payerFund(early, 0).act();
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void cutsAFileOffWhenItMakesAMistake() throws IOException {
        payerFund(NOW, 1).act();
        byte[] bytes = Files.readAllBytes(folder.resolve("home").resolve(files().get(0)));
        assertThat(bytes[bytes.length - 1]).isNotEqualTo((byte) 0x1A);
    }

    @Test
    void takesRequestsThatLieStill() throws IOException {
        Path requests = Files.createDirectories(folder.resolve("home/re-examination"));
        Path request = Files.writeString(requests.resolve("SAISHINSA_20260409_abc.CSV"), "2,1,0,MN,1,,13,,,\r\n");
        Files.setLastModifiedTime(request, FileTime.from(NOW.minusSeconds(6)));
        Path fresh = Files.writeString(requests.resolve("SAISHINSA_20260409_def.CSV"), "2,1,0,MN,1,,13,,,\r\n");
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));

        payerFund(NOW, 0).act();

        assertThat(requests.resolve(".seen/SAISHINSA_20260409_abc.CSV")).exists();
        assertThat(request).doesNotExist();
        assertThat(fresh).exists();
    }

    private PayerFund payerFund(Instant now, double mistakes) throws IOException {
        Files.createDirectories(folder.resolve("home/re-examination"));
        return new PayerFund(
                folder.resolve("home"),
                folder.resolve("memory.txt"),
                new FictionalSociety(1, 20),
                mistakes,
                PERIOD,
                Clock.fixed(now, ZoneId.of("Asia/Tokyo")));
    }

    private List<String> files() throws IOException {
        Path home = folder.resolve("home");
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
