package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * A counterparty's SFTP client, logged in to the gateway's server with its own key; the host key has to be known.
 *
 * <p>The session is opened when needed and kept. After a failure the next call opens a new one. Not thread-safe.
 */
public final class GatewaySftp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where the gateway listens, and how its host key is known. */
    public record Address(String host, int port, Path knownHosts) {}

    private final Address address;
    private final String user;
    private final KeyPair key;
    private @Nullable SshClient client;
    private @Nullable SftpClient sftp;

    /** Prepares a client; nothing is connected yet. */
    public GatewaySftp(Address address, String user, KeyPair key) {
        this.address = address;
        this.user = user;
        this.key = key;
    }

    /** Names of the files in a folder of the home. */
    List<String> list(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (SftpClient.DirEntry entry : session().readDir(folder)) {
                if (entry.getAttributes().isRegularFile()) {
                    names.add(entry.getFilename());
                }
            }
        } catch (UncheckedIOException refused) {
            // the folder is opened only when the first name is asked for
            throw refused.getCause();
        }
        return names;
    }

    /** Fetches a file; it is whole when it stands under the target's name. */
    public void fetch(String path, Path target) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try (InputStream in = session().read(path)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the folders that lead to a file, as far as they are not there. */
    void makeFolders(String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            try {
                session().stat(folder);
            } catch (SftpException missing) {
                session().mkdir(folder);
            }
        }
    }

    /** Puts a file; closing it is what tells the gateway that it is whole. */
    public void put(String path, byte[] content) throws IOException {
        try (OutputStream out = session().write(path)) {
            out.write(content);
        }
    }

    @Override
    public void close() {
        sftp = null;
        if (client != null) {
            client.stop();
            client = null;
        }
    }

    private SftpClient session() throws IOException {
        SftpClient open = sftp;
        if (open != null && open.isOpen()) {
            return open;
        }
        close();
        open = connect();
        sftp = open;
        return open;
    }

    private SftpClient connect() throws IOException {
        SshClient starting = SshClient.setUpDefaultClient();
        client = starting;
        starting.setServerKeyVerifier(
                new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, address.knownHosts()));
        // nothing of the person who runs the sandbox: neither keys nor client settings
        starting.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(key));
        starting.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        starting.setCipherFactories(SandboxPeers.CIPHERS);
        CoreModuleProperties.TCP_NODELAY.set(starting, true);
        starting.start();
        ClientSession session = starting.connect(user, address.host(), address.port())
                .verify(PATIENCE)
                .getSession();
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session);
    }
}
