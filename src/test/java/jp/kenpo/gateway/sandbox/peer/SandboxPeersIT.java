package jp.kenpo.gateway.sandbox.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way the gateway logs in: JSch, key file, known_hosts. */
class SandboxPeersIT {

    @TempDir
    Path folder;

    private SandboxPeers peers;

    @BeforeEach
    void start() throws IOException {
        KeyPair host = KeyFiles.keyPair(folder.resolve("host"), "host");
        KeyPair fund = KeyFiles.keyPair(folder.resolve("keys/payer-fund"), "payer-fund@sandbox");
        KeyFiles.keyPair(folder.resolve("keys/stranger"), "stranger");
        peers = SandboxPeers.start(0, host, folder.resolve("homes"), Map.of("payer-fund", fund.getPublic()));
        new KnownHosts().add(peers.port(), host).writeTo(folder.resolve("known_hosts"));
    }

    @AfterEach
    void stop() throws IOException {
        peers.close();
    }

    @Test
    void letsACounterpartyIntoItsHome() throws Exception {
        Files.writeString(folder.resolve("homes/payer-fund/here.txt"), "x");
        Session session = logIn("127.0.0.1", "payer-fund", "payer-fund");
        try {
            ChannelSftp sftp = sftp(session);
            sftp.put(new ByteArrayInputStream("content".getBytes(StandardCharsets.US_ASCII)), "new.part");
            sftp.rename("new.part", "new.txt");
            assertThat(sftp.ls("here.txt")).hasSize(1);
        } finally {
            session.disconnect();
        }
        assertThat(folder.resolve("homes/payer-fund/new.txt")).hasContent("content");
    }

    @Test
    void isKnownAsLocalhostToo() throws Exception {
        logIn("localhost", "payer-fund", "payer-fund").disconnect();
    }

    @Test
    void refusesAnUnknownKeyAndAnUnknownName() {
        assertThatThrownBy(() -> logIn("127.0.0.1", "payer-fund", "stranger"))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
        assertThatThrownBy(() -> logIn("127.0.0.1", "stranger", "stranger"))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
    }

    @Test
    void isNotTrustedWithAnotherHostKey() throws IOException {
        KeyPair other = KeyFiles.keyPair(folder.resolve("other-host"), "host");
        new KnownHosts().add(peers.port(), other).writeTo(folder.resolve("known_hosts"));
        assertThatThrownBy(() -> logIn("127.0.0.1", "payer-fund", "payer-fund")).isInstanceOf(JSchException.class);
    }

    @Test
    void keepsACounterpartyInItsHome() throws Exception {
        Files.writeString(folder.resolve("homes/secret.txt"), "secret");
        Session session = logIn("127.0.0.1", "payer-fund", "payer-fund");
        try {
            ChannelSftp sftp = sftp(session);
            assertThatThrownBy(() -> sftp.get("../secret.txt")).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.get(folder.resolve("homes/secret.txt").toString()))
                    .isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.symlink("../secret.txt", "link.txt")).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.hardlink("../secret.txt", "link.txt")).isInstanceOf(SftpException.class);
        } finally {
            session.disconnect();
        }
        assertThat(folder.resolve("homes/payer-fund/link.txt")).doesNotExist();
    }

    @Test
    void keepsPrivateKeysPrivate() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/payer-fund")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("keys/payer-fund.pub"))
                .content()
                .startsWith("ecdsa-sha2-nistp256 ")
                .endsWith(" payer-fund@sandbox\n");
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws IOException {
        KeyPair host = KeyFiles.keyPair(folder.resolve("host"), "host");
        assertThatThrownBy(() -> SandboxPeers.start(peers.port(), host, folder.resolve("homes"), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + peers.port() + " of the simulated counterparties can't be opened;"
                        + " stop what uses it, or start with --sandbox.remote-port=0");
    }

    private Session logIn(String host, String user, String key) throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(folder.resolve("known_hosts").toString());
        jsch.addIdentity(folder.resolve("keys").resolve(key).toString());
        Session session = jsch.getSession(user, host, peers.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        session.connect(10_000);
        return session;
    }

    private static ChannelSftp sftp(Session session) throws JSchException {
        ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
        sftp.connect(10_000);
        return sftp;
    }
}
