package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The gateway's own SFTP server alone, with a client that knows its port; the keys of its parties lie in one folder. */
final class HostedSetup implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path keys;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final HostedHomes homes;
    private final Uploads uploads;
    private final HostedSftp server;

    /**
     * Starts it.
     *
     * @param folder where it keeps its homes, and where {@code taisho.pub} and {@code core.pub} lie
     * @param limits of {@code gateway.sftp.limits}; others have their usual values
     */
    HostedSetup(Path folder, Map<String, String> limits) throws IOException {
        this(folder, folder, limits);
    }

    /** As above, for a second server beside the first: it has the same keys, and homes of its own. */
    HostedSetup(Path folder, Path keys, Map<String, String> limits) throws IOException {
        this.keys = keys;
        Map<String, String> properties =
                new HashMap<>(Map.of("gateway.data-dir", folder.resolve("var").toString(), "gateway.sftp.port", "0"));
        limits.forEach((name, value) -> properties.put("gateway.sftp.limits." + name, value));
        GatewaySettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bind("gateway", GatewaySettings.class)
                .get();
        CounterpartyRegister counterparties = CounterpartyRegister.load(
                settings.configDir(), PurposeRegister.load(settings.configDir()), this::placeholder);
        homes = new HostedHomes(settings.dataDir());
        uploads = new Uploads(folder.resolve("unfinished"));
        server = new HostedSftp(settings, counterparties, homes, uploads, Clock.systemDefaultZone());
        server.start();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    HostedHomes homes() {
        return homes;
    }

    Uploads uploads() {
        return uploads;
    }

    HostedSftp server() {
        return server;
    }

    SftpClient logIn(String user, KeyPair with) throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(session(user, with))
                .singleSessionInstance();
    }

    ClientSession session(String user, KeyPair with) throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", server.port())
                .verify(PATIENCE)
                .getSession();
        try {
            session.addPublicKeyIdentity(with);
            session.auth().verify(PATIENCE);
            return session;
        } catch (IOException refused) {
            session.close(true);
            throw refused;
        }
    }

    static void put(SftpClient sftp, String path, String content) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String placeholder(String text) {
        if (text.startsWith("gateway.taisho-audit.public-key")) {
            return keys.resolve("taisho.pub").toString();
        }
        return text.startsWith("gateway.core-system.public-key")
                ? keys.resolve("core.pub").toString()
                : text.substring(text.indexOf(':') + 1);
    }

    @Override
    public void close() throws IOException {
        client.stop();
        server.close();
    }
}
