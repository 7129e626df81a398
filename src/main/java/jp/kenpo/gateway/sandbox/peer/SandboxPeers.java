package jp.kenpo.gateway.sandbox.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The SFTP server that plays the remote counterparties (相手先): each has its own jailed home and its own key.
 *
 * <p>It listens on the loopback address only, knows public keys and nothing else, and has no shell. Thread-safe.
 */
public final class SandboxPeers implements AutoCloseable {

    /** AES only: ChaCha20 is four times slower in Java. */
    public static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.aes128gcm, BuiltinCiphers.aes256gcm, BuiltinCiphers.aes128ctr, BuiltinCiphers.aes256ctr);

    private static final String LOOPBACK = "127.0.0.1";

    private final SshServer server;

    private SandboxPeers(SshServer server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param port port to listen on; 0 takes a free one
     * @param homes folder in which each counterparty has a home of its own name
     * @param keys public keys by counterparty
     * @throws IOException if the port is taken or a home can't be made
     */
    public static SandboxPeers start(int port, KeyPair hostKey, Path homes, Map<String, PublicKey> keys)
            throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setCipherFactories(CIPHERS);
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(keys.get(user), key));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(homes(homes, keys));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new NoLinks());
        server.setSubsystemFactories(List.of(sftp));
        // without it small files take 10 to 44 ms each
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        try {
            server.start();
        } catch (IOException taken) {
            throw new IOException(
                    "port " + port + " of the simulated counterparties can't be opened;"
                            + " stop what uses it, or start with --sandbox.remote-port=0",
                    taken);
        }
        return new SandboxPeers(server);
    }

    /** The port that the server listens on. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static VirtualFileSystemFactory homes(Path homes, Map<String, PublicKey> keys) throws IOException {
        VirtualFileSystemFactory factory = new VirtualFileSystemFactory();
        for (String counterparty : keys.keySet()) {
            factory.setUserHomeDir(
                    counterparty,
                    Files.createDirectories(homes.resolve(counterparty)).toAbsolutePath());
        }
        return factory;
    }

    /** A link could lead out of the home, so none is made. */
    private static final class NoLinks implements SftpEventListener {

        @Override
        public void linking(ServerSession session, Path source, Path target, boolean symbolic) {
            throw new UnsupportedOperationException("links are not allowed");
        }
    }
}
