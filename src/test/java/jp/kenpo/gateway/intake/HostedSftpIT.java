package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.extensions.CopyFileExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The gateway's own SFTP server, met by a client that keeps its rules and by one that does not. */
class HostedSftpIT {

    private static final String TAISHO = "taisho-audit";
    private static final Set<OpenMode> PUT = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path temp;

    private final SshClient client = SshClient.setUpDefaultClient();
    private KeyPair key;
    private KeyPair otherKey;
    private CounterpartyRegister counterparties;
    private HostedHomes homes;
    private Uploads uploads;
    private HostedSftp server;

    @BeforeEach
    void start() throws IOException {
        key = KeyFiles.keyPair(temp.resolve("taisho"), "taisho");
        otherKey = KeyFiles.keyPair(temp.resolve("core"), "core");
        GatewaySettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("gateway.data-dir", temp.resolve("var").toString(), "gateway.sftp.port", "0")))
                .bind("gateway", GatewaySettings.class)
                .get();
        counterparties = CounterpartyRegister.load(
                settings.configDir(), PurposeRegister.load(settings.configDir()), this::placeholder);
        homes = new HostedHomes(settings.dataDir());
        uploads = new Uploads(temp.resolve("unfinished"));
        server = new HostedSftp(settings, counterparties, homes, uploads, Clock.systemDefaultZone());
        server.start();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    private String placeholder(String text) {
        if (text.startsWith("gateway.taisho-audit.public-key")) {
            return temp.resolve("taisho.pub").toString();
        }
        return text.startsWith("gateway.core-system.public-key")
                ? temp.resolve("core.pub").toString()
                : text.substring(text.indexOf(':') + 1);
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        server.close();
    }

    @Test
    void admitsAllWhoLogInWhileTheirKeysAreBeingRead() {
        for (int round = 0; round < 50; round++) {
            HostedAccount account = HostedAccount.of(counterparties, homes).get(TAISHO);
            BooleanSupplier admitted = () -> account.admits(TAISHO, key.getPublic(), null, LocalDate.of(2026, 10, 1));
            assertThat(IntStream.range(0, 1_000).parallel().allMatch(each -> admitted.getAsBoolean()))
                    .isTrue();
        }
    }

    @Test
    void countsAFileWhenItsWriterClosesIt() throws IOException {
        try (SftpClient sftp = logIn()) {
            CloseableHandle handle = sftp.open("/upload/KEKKA_1.csv", PUT);
            write(sftp, handle, "half");
            assertThat(isWhole("KEKKA_1.csv")).isFalse();

            handle.close();

            assertThat(isWhole("KEKKA_1.csv")).isTrue();
            assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("half");
        }
    }

    @Test
    void neverCountsAnUploadThatBrokeOff() throws IOException {
        SftpClient sftp = logIn();
        write(sftp, sftp.open("/upload/KEKKA_1.csv", PUT), "half");

        sftp.getClientSession().close(true);

        assertThat(isWhole("KEKKA_1.csv")).isFalse();
        assertThat(new Uploads(temp.resolve("unfinished")).claim(nameOf("KEKKA_1.csv")))
                .as("after a restart")
                .isFalse();
    }

    @Test
    void countsWhatIsSentAgainAfterItBrokeOff() throws IOException {
        SftpClient broken = logIn();
        write(broken, broken.open("/upload/KEKKA_1.csv", PUT), "half");
        broken.getClientSession().close(true);

        try (SftpClient sftp = logIn()) {
            // the server may not have learnt of the first client's end yet
            await().atMost(PATIENCE)
                    .ignoreException(SftpException.class)
                    .untilAsserted(() -> put(sftp, "/upload/KEKKA_1.csv", "whole"));
        }

        assertThat(isWhole("KEKKA_1.csv")).isTrue();
        assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("whole");
    }

    @Test
    void countsWhatIsContinuedAfterItBrokeOff() throws IOException {
        SftpClient broken = logIn();
        write(broken, broken.open("/upload/KEKKA_1.csv", PUT), "first half, ");
        broken.getClientSession().close(true);

        try (SftpClient sftp = logIn()) {
            await().atMost(PATIENCE).ignoreException(SftpException.class).untilAsserted(() -> {
                try (CloseableHandle handle = sftp.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Write))) {
                    assertThat(isWhole("KEKKA_1.csv")).isFalse();
                    sftp.write(handle, 12, "second half".getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        assertThat(isWhole("KEKKA_1.csv")).isTrue();
        assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("first half, second half");
    }

    @Test
    void letsNoSecondClientWriteAFileThatIsBeingWritten() throws IOException {
        try (SftpClient first = logIn();
                SftpClient second = logIn()) {
            try (CloseableHandle handle = first.open("/upload/KEKKA_1.csv", PUT)) {
                write(first, handle, "first");
                assertDenied(() -> second.open("/upload/KEKKA_1.csv", PUT));
                assertDenied(() -> second.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Append)));
                assertDenied(() -> first.open("/upload/KEKKA_1.csv", PUT));
                assertThat(isWhole("KEKKA_1.csv")).isFalse();
            }
            assertThat(isWhole("KEKKA_1.csv")).isTrue();
            assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("first");

            put(second, "/upload/KEKKA_1.csv", "second");
            assertThat(isWhole("KEKKA_1.csv")).isTrue();
        }
    }

    @Test
    void countsAFileThatGotItsNameWhenItWasWhole() throws IOException {
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv.part", "whole");
            sftp.rename("/upload/KEKKA_1.csv.part", "/upload/KEKKA_1.csv");
        }
        assertThat(isWhole("KEKKA_1.csv")).isTrue();
    }

    @Test
    void refusesANewNameForAFileThatIsBeingWritten() throws IOException {
        try (SftpClient sftp = logIn()) {
            try (CloseableHandle handle = sftp.open("/upload/KEKKA_1.csv.part", PUT)) {
                write(sftp, handle, "half");

                assertDenied(() -> sftp.rename("/upload/KEKKA_1.csv.part", "/upload/KEKKA_1.csv"));
            }
            sftp.rename("/upload/KEKKA_1.csv.part", "/upload/KEKKA_1.csv");
            assertThat(isWhole("KEKKA_1.csv")).isTrue();
        }
    }

    @Test
    void refusesANewNameForAnUploadThatBrokeOff() throws IOException {
        SftpClient broken = logIn();
        write(broken, broken.open("/upload/KEKKA_1.csv.part", PUT), "half");
        broken.getClientSession().close(true);

        try (SftpClient sftp = logIn()) {
            assertDenied(() -> sftp.rename("/upload/KEKKA_1.csv.part", "/upload/KEKKA_1.csv"));
        }
    }

    @Test
    void keepsEveryHandOffAFileThatIsBeingTakenIn() throws IOException {
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");
            put(sftp, "/upload/other.csv", "other");
            assertThat(uploads.claim(nameOf("KEKKA_1.csv"))).isTrue();

            assertDenied(() -> sftp.open("/upload/KEKKA_1.csv", PUT));
            assertDenied(() -> sftp.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Append)));
            assertDenied(() -> sftp.setStat("/upload/KEKKA_1.csv", new Attributes().size(1)));
            assertDenied(() -> sftp.remove("/upload/KEKKA_1.csv"));
            assertDenied(() -> sftp.rename("/upload/KEKKA_1.csv", "/upload/KEKKA_2.csv"));
            try (SftpClient version6 = logIn(6)) {
                assertDenied(() ->
                        version6.rename("/upload/other.csv", "/upload/KEKKA_1.csv", SftpClient.CopyMode.Overwrite));
            }
            OpenSSHPosixRenameExtension posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
            if (posix.isSupported()) {
                assertDenied(() -> posix.posixRename("/upload/other.csv", "/upload/KEKKA_1.csv"));
            }
            assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("whole");

            uploads.release(nameOf("KEKKA_1.csv"));
            put(sftp, "/upload/KEKKA_1.csv", "again");
            assertThat(isWhole("KEKKA_1.csv")).isTrue();
        }
    }

    @Test
    void refusesToCutAFileByItsNameAndStillTakesIt() throws IOException {
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");

            assertDenied(() -> sftp.setStat("/upload/KEKKA_1.csv", new Attributes().size(1)));

            assertThat(isWhole("KEKKA_1.csv")).isTrue();
            assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("whole");
        }
    }

    @Test
    void takesAnEmptyFileAndOneThatWasContinued() throws IOException {
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "");
            assertThat(isWhole("KEKKA_1.csv")).isTrue();

            CloseableHandle handle = sftp.open("/upload/KEKKA_1.csv", EnumSet.of(OpenMode.Append));
            assertThat(isWhole("KEKKA_1.csv")).isFalse();
            write(sftp, handle, "more");
            handle.close();
            assertThat(isWhole("KEKKA_1.csv")).isTrue();
        }
    }

    @Test
    void makesNoFileForWhoeverOnlyReads() throws IOException {
        try (SftpClient sftp = logIn()) {
            assertThatThrownBy(() -> sftp.open("/upload/new.csv", EnumSet.of(OpenMode.Read, OpenMode.Create)))
                    .isInstanceOf(SftpException.class);
            assertThat(homes.upload(TAISHO)).isEmptyDirectory();
        }
    }

    @Test
    void letsTimesBeKeptAndNothingElseBeSet() throws IOException {
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");
            Path file = homes.upload(TAISHO).resolve("KEKKA_1.csv");
            String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            FileTime then = FileTime.from(Instant.parse("2026-04-01T00:00:00Z"));

            sftp.setStat(
                    "/upload/KEKKA_1.csv", new Attributes().accessTime(then).modifyTime(then));
            sftp.setStat("/upload/KEKKA_1.csv", new Attributes().perms(0));
            sftp.setStat("/upload", new Attributes().perms(0));

            assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(modes);
            assertThat(Files.list(homes.upload(TAISHO))).hasSize(1);
            assertDenied(() ->
                    sftp.setStat("/download", new Attributes().accessTime(then).modifyTime(then)));
        }
    }

    @Test
    void writesNowhereButInTheFolderForIt() throws IOException {
        Files.writeString(Files.createDirectories(homes.download(TAISHO)).resolve("a.csv"), "a");
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");
            for (String path : new String[] {
                "/KEKKA.csv",
                "KEKKA.csv",
                "/download/KEKKA.csv",
                "/upload/../KEKKA.csv",
                "/upload/../download/KEKKA.csv",
                "/upload/../../core-system/upload/KEKKA.csv",
                "../core-system/upload/KEKKA.csv",
                "/etc/KEKKA.csv",
                temp + "/KEKKA.csv"
            }) {
                assertDenied(() -> sftp.open(path, PUT));
                assertDenied(() -> sftp.rename("/upload/KEKKA_1.csv", path));
            }
            assertDenied(() -> sftp.open("/download/a.csv", PUT));
            assertDenied(() -> sftp.rename("/download/a.csv", "/download/b.csv"));
            assertDenied(() -> sftp.rename("/download/a.csv", "/upload/a.csv"));
            assertDenied(() -> sftp.rename("/upload", "/uploaded"));
            assertDenied(() -> sftp.mkdir("/upload/folder"));
            assertDenied(() -> sftp.rmdir("/upload"));
            assertDenied(() -> sftp.remove("/upload"));
            assertThat(Files.list(homes.home(TAISHO)))
                    .containsExactlyInAnyOrder(homes.upload(TAISHO), homes.download(TAISHO));
            assertThat(homes.upload("core-system")).isEmptyDirectory();
        }
    }

    @Test
    void makesNoLinksAndNoCopies() throws IOException {
        Files.writeString(Files.createDirectories(homes.download(TAISHO)).resolve("a.csv"), "a");
        try (SftpClient sftp = logIn()) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");
            assertDenied(() -> sftp.symLink("/upload/link.csv", "/etc/passwd"));
            CopyFileExtension copy = sftp.getExtension(CopyFileExtension.class);
            if (copy.isSupported()) {
                assertDenied(() -> copy.copyFile("/download/a.csv", "/upload/copy.csv", false));
            }
            try (SftpClient version6 = logIn(6)) {
                assertDenied(() -> version6.link("/upload/link.csv", "/download/a.csv", false));
            }
            assertThat(Files.list(homes.upload(TAISHO))).hasSize(1);
        }
    }

    @Test
    void seesNothingOfAnotherHome() throws IOException {
        Files.writeString(homes.download("core-system").resolve("a.csv"), "a");
        try (SftpClient sftp = logIn()) {
            assertThat(sftp.canonicalPath("../../..")).isEqualTo("/");
            assertThatThrownBy(() -> sftp.stat("/../core-system/download/a.csv"))
                    .isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.open("/../../../etc/passwd", EnumSet.of(OpenMode.Read)))
                    .isInstanceOf(SftpException.class);
        }
    }

    @Test
    void refusesAFileNameThatHoldsAControlCharacter() throws IOException {
        try (SftpClient sftp = logIn()) {
            assertDenied(() -> sftp.open("/upload/KEKKA\n1.csv", PUT));
            assertDenied(() -> sftp.open("/upload/KEKKA\\1.csv", PUT));
            assertDenied(() -> sftp.open("/upload/" + "x".repeat(201), PUT));
            put(sftp, "/upload/a.csv", "whole");
            assertDenied(() -> sftp.rename("/upload/a.csv", "/upload/a\u001b.csv"));
        }
    }

    @Test
    void removesNoFileByOpeningIt() throws IOException {
        try (SftpClient sftp = logIn(6)) {
            put(sftp, "/upload/KEKKA_1.csv", "whole");
            ByteArrayBuffer open = new ByteArrayBuffer();
            open.putString("/upload/KEKKA_1.csv");
            open.putInt(SftpConstants.ACE4_READ_DATA);
            open.putInt(SftpConstants.SSH_FXF_OPEN_EXISTING | SftpConstants.SSH_FXF_DELETE_ON_CLOSE);
            open.putInt(0);
            open.putByte((byte) SftpConstants.SSH_FILEXFER_TYPE_REGULAR);
            RawSftpClient raw = (RawSftpClient) sftp;
            raw.receive(raw.send(SftpConstants.SSH_FXP_OPEN, open));

            assertThat(homes.upload(TAISHO).resolve("KEKKA_1.csv")).hasContent("whole");
        }
    }

    @Test
    void knowsNobodyButTheOwnerOfTheKey() {
        assertThatThrownBy(() -> session(TAISHO, otherKey)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> session("nobody", key)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> session("payer-fund", key)).isInstanceOf(SshException.class);
    }

    @Test
    void keepsItsHostKeyForItselfFromTheFirstStartOn() throws IOException {
        logIn().close();

        Path hostKey = temp.resolve("var/keys/sftp-host-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hostKey)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hostKey.getParent())))
                .isEqualTo("rwx------");
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private static void assertDenied(Attempt attempt) {
        assertThatThrownBy(attempt::make)
                .isInstanceOfSatisfying(SftpException.class, denied -> assertThat(denied.getStatus())
                        .isIn(
                                SftpConstants.SSH_FX_PERMISSION_DENIED,
                                SftpConstants.SSH_FX_FILE_IS_A_DIRECTORY,
                                SftpConstants.SSH_FX_FAILURE));
    }

    private boolean isWhole(String name) {
        boolean whole = uploads.claim(nameOf(name));
        if (whole) {
            uploads.release(nameOf(name));
        }
        return whole;
    }

    private static String nameOf(String name) {
        return Uploads.key(TAISHO, "/upload/" + name);
    }

    private static void put(SftpClient sftp, String path, String content) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(SftpClient sftp, SftpClient.Handle handle, String content) throws IOException {
        sftp.write(handle, 0, content.getBytes(StandardCharsets.UTF_8));
    }

    private SftpClient logIn() throws IOException {
        return logIn(3);
    }

    /** OpenSSH speaks version 3. */
    private SftpClient logIn(int version) throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(session(TAISHO, key), SftpVersionSelector.fixedVersionSelector(version))
                .singleSessionInstance();
    }

    private ClientSession session(String user, KeyPair with) throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession();
        session.addPublicKeyIdentity(with);
        session.auth().verify(PATIENCE);
        return session;
    }
}
