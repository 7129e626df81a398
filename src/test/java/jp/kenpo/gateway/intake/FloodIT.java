package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.intake.Doorkeeper.Reason;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.testing.LongForm;
import org.apache.sshd.sftp.client.SftpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's own SFTP server, flooded by strangers and by one party, while another party works. */
class FloodIT {

    private static final String TAISHO = "taisho-audit";
    private static final String CORE = "core-system";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> LIMITS =
            Map.of("logging-in-of-address", "40", "sessions-of-address", "40", "failed-logins", "10");

    @TempDir
    Path temp;

    private int round;

    /**
     * Connections by the hundred, logins that fail, and thousands of files of one party: the other's uploads take less
     * than twice the time that they take when all this is not at their door. The strangers compute on the same machine,
     * as they never will; thus they flood a second server meanwhile, and both are measured by turns. In the long form
     * they are 10,000 connections, 10,000 files and failed logins without a pause, and the measure is the time when
     * nobody floods anything. What counts is the median, to which some milliseconds of grace are added.
     */
    @Test
    void letsOthersWorkWhileItIsFlooded() throws Exception {
        KeyPair loudKey = KeyFiles.keyPair(temp.resolve("taisho"), "taisho");
        KeyPair coreKey = KeyFiles.keyPair(temp.resolve("core"), "core");
        KeyPair wrongKey = KeyFiles.keyPair(temp.resolve("wrong"), "wrong");
        try (HostedSetup here = new HostedSetup(temp.resolve("here"), temp, LIMITS);
                HostedSetup elsewhere = new HostedSetup(temp.resolve("elsewhere"), temp, LIMITS);
                SftpClient quietParty = here.logIn(CORE, coreKey);
                SftpClient loudHere = here.logIn(TAISHO, loudKey);
                SftpClient loudElsewhere = elsewhere.logIn(TAISHO, loudKey)) {
            uploadTimes(quietParty, 100);
            long quiet = median(uploadTimes(quietParty, 100));
            Map<HostedSetup, SftpClient> parties = Map.of(here, loudHere, elsewhere, loudElsewhere);
            long begin = System.nanoTime();
            try (Flood flood = new Flood(parties, here, wrongKey, LongForm.chosen() ? 2000 : 300)) {
                List<Long> flooded = new ArrayList<>();
                List<Long> spared = new ArrayList<>();
                await().atMost(PATIENCE).until(() -> flood.files() > 1000 && flood.connections() > 500);
                while (flooded.size() < 200
                        || LongForm.chosen() && (flood.files() < 10_000 || flood.connections() < 10_000)) {
                    flood.turnTo(here);
                    flooded.addAll(uploadTimes(quietParty, 50));
                    flood.turnTo(elsewhere);
                    spared.addAll(uploadTimes(quietParty, 50));
                }
                System.out.printf(
                        "%d connections, %d files, %.0f logins a second that fail: %.1f ms an upload, elsewhere %.1f ms, quiet %.1f ms%n",
                        flood.connections(),
                        flood.files(),
                        flood.logins() / ((System.nanoTime() - begin) / 1e9),
                        median(flooded) / 1e6,
                        median(spared) / 1e6,
                        quiet / 1e6);
                assertThat(flood.ended()).isNull();
                assertThat(median(flooded))
                        .as("nanoseconds; without a flood: " + quiet)
                        .isLessThan(2 * (LongForm.chosen() ? quiet : median(spared)) + 5_000_000L);
            }
            assertThat(here.server().door().turnedAway(Reason.BANNED)).isGreaterThan(500);
        }
    }

    private List<Long> uploadTimes(SftpClient sftp, int times) throws IOException {
        round++;
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            HostedSetup.put(sftp, "/upload/" + round + "-" + i + ".csv", "0123456789".repeat(2000));
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
