package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.intake.Doorkeeper.Reason;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's own SFTP server before strangers, and before a party that asks for too much. */
class StrangersIT {

    private static final String TAISHO = "taisho-audit";
    private static final String CORE = "core-system";
    private static final Set<OpenMode> PUT = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path temp;

    private KeyPair key;
    private KeyPair coreKey;
    private KeyPair wrongKey;
    private HostedSetup hosted;
    private HostedHomes homes;
    private Uploads uploads;
    private HostedSftp server;

    @BeforeEach
    void prepare() throws IOException {
        key = KeyFiles.keyPair(temp.resolve("taisho"), "taisho");
        coreKey = KeyFiles.keyPair(temp.resolve("core"), "core");
        wrongKey = KeyFiles.keyPair(temp.resolve("wrong"), "wrong");
    }

    @AfterEach
    void stop() throws IOException {
        hosted.close();
    }

    @Test
    void bansAnAddressWhoseLoginsFailAndLeavesOpenSessionsAlone() throws IOException {
        start(Map.of("failed-logins", "5", "ban-time", "2s"));
        try (SftpClient sftp = logIn(TAISHO, key)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> session(TAISHO, wrongKey)).isInstanceOf(IOException.class);
            }
            await().atMost(PATIENCE).until(() -> server.door().bans() == 1);

            assertThatThrownBy(() -> session(TAISHO, key)).isInstanceOf(IOException.class);
            assertThat(server.door().turnedAway(Reason.BANNED)).isPositive();
            put(sftp, "/upload/a.csv", "whole");
        }
        await().atMost(PATIENCE).until(() -> server.door().bannedNow() == 0);
        logIn(TAISHO, key).close();
    }

    @Test
    void answersAnUnknownUserLikeAWrongKey() throws IOException {
        start(Map.of("failed-logins", "1000"));
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            known.add(refusal(TAISHO));
            unknown.add(refusal("nobody"));
        }
        assertThat(message("nobody")).isEqualTo(message(TAISHO));
        // medians of a login take some milliseconds; what a machine that is busy adds is not the server's
        assertThat(Math.abs(median(known) - median(unknown)))
                .isLessThan(Math.max(median(known), median(unknown)) / 2 + 5_000_000L);
    }

    @Test
    void closesAConnectionThatNeverLogsIn() throws IOException {
        start(Map.of("login-time", "1s"));
        try (Socket silent = new Socket()) {
            silent.connect(new InetSocketAddress("127.0.0.1", server.port()));
            silent.setSoTimeout((int) PATIENCE.toMillis());
            InputStream in = silent.getInputStream();
            // the greeting, and then the end: never the time-out of this reader
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).startsWith("SSH-2.0-");
        }
    }

    @Test
    void closesASessionInWhichNothingHappens() throws IOException {
        start(Map.of("idle-time", "1s"));
        SftpClient sftp = logIn(TAISHO, key);
        write(sftp, sftp.open("/upload/a.csv", PUT), "half");

        await().atMost(PATIENCE).until(() -> !sftp.isOpen());
        assertThat(uploads.claim(Uploads.key(TAISHO, "/upload/a.csv"))).isFalse();
    }

    @Test
    void letsOnePartyHaveSoManySessions() throws IOException {
        start(Map.of("sessions-of-party", "2"));
        try (SftpClient first = logIn(TAISHO, key);
                SftpClient second = logIn(TAISHO, key)) {
            assertThatThrownBy(() -> logIn(TAISHO, key)).isInstanceOf(IOException.class);
            logIn(CORE, coreKey).close();
            assertThat(first.isOpen() && second.isOpen()).isTrue();
        }
    }

    @Test
    void neverTakesAFileThatIsCutByTheQuotaForAWholeOne() throws IOException {
        start(Map.of("waiting-bytes", "10"));
        try (SftpClient sftp = logIn(TAISHO, key)) {
            SftpClient.CloseableHandle handle = sftp.open("/upload/a.csv", PUT);
            write(sftp, handle, "12345");
            assertThatThrownBy(() -> sftp.write(handle, 5, "678901".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SftpException.class);
            handle.close();
            assertThat(uploads.claim(Uploads.key(TAISHO, "/upload/a.csv"))).isFalse();

            try (SftpClient other = logIn(CORE, coreKey)) {
                put(other, "/upload/b.csv", "1234567890");
            }
            sftp.remove("/upload/a.csv");
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> put(sftp, "/upload/a.csv", "1234567890"));
            assertThat(uploads.claim(Uploads.key(TAISHO, "/upload/a.csv"))).isTrue();
        }
    }

    @Test
    void refusesMoreFilesThanMayWait() throws IOException {
        start(Map.of("waiting-files", "2"));
        try (SftpClient sftp = logIn(TAISHO, key)) {
            put(sftp, "/upload/a.csv", "a");
            put(sftp, "/upload/b.csv", "b");
            assertThatThrownBy(() -> put(sftp, "/upload/c.csv", "c")).isInstanceOf(SftpException.class);
            put(sftp, "/upload/b.csv", "again");
            assertThat(Files.list(homes.upload(TAISHO))).hasSize(2);
        }
    }

    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    private long refusal(String user) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> session(user, wrongKey)).isInstanceOf(IOException.class);
        return System.nanoTime() - start;
    }

    private String message(String user) {
        try {
            session(user, wrongKey);
            return "logged in";
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private void start(Map<String, String> limits) throws IOException {
        hosted = new HostedSetup(temp, limits);
        homes = hosted.homes();
        uploads = hosted.uploads();
        server = hosted.server();
    }

    private static void put(SftpClient sftp, String path, String content) throws IOException {
        HostedSetup.put(sftp, path, content);
    }

    private static void write(SftpClient sftp, SftpClient.Handle handle, String content) throws IOException {
        sftp.write(handle, 0, content.getBytes(StandardCharsets.UTF_8));
    }

    private SftpClient logIn(String user, KeyPair with) throws IOException {
        return hosted.logIn(user, with);
    }

    private ClientSession session(String user, KeyPair with) throws IOException {
        return hosted.session(user, with);
    }
}
