package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * The payer fund's SFTP server, played by the test: it can refuse what the gateway does there, or stand still in the
 * midst of it. Keys lie where the sandbox has them.
 */
public final class RemotePeer implements AutoCloseable {

    /** What the gateway does on the server. */
    public enum Act {
        /** A file gets its other name. */
        RENAME,
        /** A file that was being written is closed. */
        CLOSE_WRITTEN,
        /** A file is opened to be written. */
        OPEN_TO_WRITE,
        /** A piece of a file is written. */
        WRITE,
        /** A piece of a file is read. */
        READ,
        /** A folder is listed. */
        LIST
    }

    /** Is told on the server's thread; the gateway waits for its answer as long as a call takes. */
    public interface Witness {
        /** @throws IOException if the act is to be refused */
        default void before(Act act, String path) throws IOException {}

        default void after(Act act, String path) {}
    }

    private final SshServer server;
    private final Path dataDir;
    private final Path disk;
    private final Map<String, String> otherNames = new ConcurrentHashMap<>();
    private volatile @Nullable Long otherSize;
    private volatile boolean kindsTold = true;
    private volatile Witness witness = new Witness() {};

    private RemotePeer(Path dataDir) throws IOException {
        this.dataDir = dataDir;
        this.disk = dataDir.resolve("sandbox/counterparties/payer-fund");
        Files.createDirectories(disk.resolve("receipts"));
        Files.createDirectories(disk.resolve("re-examination"));
        this.server = SshServer.setUpDefaultServer();
    }

    /** Starts the server and writes keys and {@code known_hosts} for both sides into the gateway's data folder. */
    public static RemotePeer start(GatewaySetup setup) {
        try {
            RemotePeer peer = new RemotePeer(setup.dataDir());
            peer.listen(setup);
            return peer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void listen(GatewaySetup setup) throws IOException {
        KeyPair gateway = KeyFiles.keyPair(key("payer-fund"), "payer-fund");
        KeyFiles.keyPair(key("taisho-audit"), "taisho-audit");
        KeyFiles.keyPair(key("core-system"), "core-system");
        KeyFiles.password(key("broker-core-system.password"));
        KeyPair host = KeyFiles.keyPair(dataDir.resolve("sandbox/hostkey-remote"), "remote");
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setCipherFactories(SandboxPeers.CIPHERS);
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(gateway.getPublic(), key));
        server.setFileSystemFactory(new VirtualFileSystemFactory(disk.toAbsolutePath()));
        SftpSubsystemFactory sftp = new Listings();
        sftp.addSftpEventListener(new Events());
        server.setSubsystemFactories(List.of(sftp));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.start();
        new KnownHosts()
                .add(setup.sftpPort(), KeyFiles.keyPair(dataDir.resolve("keys/sftp-host-key"), "gateway"))
                .add(server.getPort(), host)
                .writeTo(dataDir.resolve("sandbox/known_hosts"));
    }

    /** Lets someone see what happens from now on, and stand in its way. */
    public void watch(Witness other) {
        witness = other;
    }

    /** Lets listings from now on give a file another name, also one that no file can have. */
    public void list(String file, String as) {
        otherNames.put(file, as);
    }

    /** Lets the server tell another size of every file from now on; null: the right one. */
    public void tellSize(@Nullable Long other) {
        otherSize = other;
    }

    /** Says from now on whether a name is that of a file or of a folder, or leaves it open. */
    public void tellKinds(boolean told) {
        kindsTold = told;
    }

    /** Cuts every connection, in the midst of whatever goes on. */
    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Has another host key from now on, or its own again. */
    public void hostKey(boolean own) throws IOException {
        String name = own ? "hostkey-remote" : "hostkey-other";
        server.setKeyPairProvider(
                KeyPairProvider.wrap(KeyFiles.keyPair(dataDir.resolve("sandbox").resolve(name), "remote")));
        cut();
    }

    /** Makes the server known on another port too, through which it is reached. */
    public void reachedThrough(int other) throws IOException {
        Path known = dataDir.resolve("sandbox/known_hosts");
        String text = Files.readString(known);
        Files.writeString(known, text + text.replace("]:" + port() + " ", "]:" + other + " "));
    }

    /** Returns the disk behind the server, in which {@code receipts/} and {@code re-examination/} lie. */
    public Path disk() {
        return disk;
    }

    /** Returns the port on which the server listens. */
    public int port() {
        return server.getPort();
    }

    List<String> gatewayArguments() {
        return List.of(
                "--gateway.payer-fund.host=127.0.0.1",
                "--gateway.payer-fund.port=" + port(),
                "--gateway.payer-fund.user=payer-fund",
                "--gateway.payer-fund.private-key=" + key("payer-fund"),
                "--gateway.payer-fund.known-hosts=" + dataDir.resolve("sandbox/known_hosts"),
                "--gateway.taisho-audit.public-key=" + key("taisho-audit.pub"),
                "--gateway.core-system.public-key=" + key("core-system.pub"),
                "--gateway.broker.password-files.core-system=" + key("broker-core-system.password"));
    }

    private Path key(String name) {
        return dataDir.resolve("sandbox/keys").resolve(name);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** Says in listings what it was told to say. */
    private final class Listings extends SftpSubsystemFactory {

        @Override
        public Command createSubsystem(ChannelSession channel) {
            SftpSubsystem subsystem = new SftpSubsystem(channel, this) {
                @Override
                protected String getShortName(Path file) throws IOException {
                    String name = super.getShortName(file);
                    return otherNames.getOrDefault(name, name);
                }

                @Override
                protected NavigableMap<String, Object> getAttributes(Path file, int flags, LinkOption... options)
                        throws IOException {
                    NavigableMap<String, Object> attributes = super.getAttributes(file, flags, options);
                    Long told = otherSize;
                    if (told != null && Files.isRegularFile(file)) {
                        attributes.put("size", told);
                    }
                    if (!kindsTold) {
                        // the protocol tells them with the permissions
                        attributes.remove("permissions");
                    }
                    return attributes;
                }
            };
            getRegisteredListeners().forEach(subsystem::addSftpEventListener);
            return subsystem;
        }
    }

    private final class Events implements SftpEventListener {

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            witness.before(Act.RENAME, to.toString());
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            if (thrown == null) {
                witness.after(Act.RENAME, to.toString());
            }
        }

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            if (isWritten(handle)) {
                witness.before(Act.OPEN_TO_WRITE, handle.getFile().toString());
            }
        }

        @Override
        public void writing(
                ServerSession session, String remoteHandle, FileHandle file, long at, byte[] data, int from, int length)
                throws IOException {
            witness.before(Act.WRITE, file.getFile().toString());
        }

        @Override
        public void reading(
                ServerSession session, String remoteHandle, FileHandle file, long at, byte[] data, int from, int length)
                throws IOException {
            witness.before(Act.READ, file.getFile().toString());
        }

        @Override
        public void readingEntries(ServerSession session, String remoteHandle, DirectoryHandle folder)
                throws IOException {
            witness.before(Act.LIST, folder.getFile().toString());
        }

        @Override
        public void closing(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            if (isWritten(handle)) {
                witness.before(Act.CLOSE_WRITTEN, handle.getFile().toString());
            }
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) {
            if (thrown == null && isWritten(handle)) {
                witness.after(Act.CLOSE_WRITTEN, handle.getFile().toString());
            }
        }

        private boolean isWritten(Handle handle) {
            return handle instanceof FileHandle file && file.getOpenOptions().contains(StandardOpenOption.WRITE);
        }
    }
}
