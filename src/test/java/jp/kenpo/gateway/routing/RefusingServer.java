package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A counterparty's SFTP server that takes nothing, and says so at a step and with a reason of the test's choice. */
final class RefusingServer implements AutoCloseable {

    /** What it refuses. */
    enum Step {
        OPEN,
        WRITE,
        CLOSE,
        RENAME
    }

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Step refused;
    private final IOException reason;
    private volatile boolean over;

    private RefusingServer(Step refused, IOException reason) {
        this.refused = refused;
        this.reason = reason;
    }

    static RefusingServer start(Step refused, IOException reason, KeyPair host, PublicKey user, Path home)
            throws IOException {
        RefusingServer refusing = new RefusingServer(refused, reason);
        SshServer server = refusing.server;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((name, key, session) -> KeyUtils.compareKeys(user, key));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home.toAbsolutePath()));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(refusing.new Refusal());
        sftp.setErrorStatusDataHandler(new InItsOwnWords());
        server.setSubsystemFactories(List.of(sftp));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.start();
        return refusing;
    }

    int port() {
        return server.getPort();
    }

    /** Takes everything from now on. */
    void give() {
        over = true;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static final class InItsOwnWords implements SftpErrorStatusDataHandler {

        @Override
        public String resolveErrorMessage(
                SftpSubsystemEnvironment subsystem, int id, Throwable thrown, int code, int command, Object... args) {
            return String.valueOf(thrown.getMessage());
        }
    }

    private final class Refusal implements SftpEventListener {

        private void at(Step step) throws IOException {
            if (step == refused && !over) {
                throw reason;
            }
        }

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            at(Step.OPEN);
        }

        @Override
        public void writing(
                ServerSession session, String remoteHandle, FileHandle file, long at, byte[] data, int from, int length)
                throws IOException {
            at(Step.WRITE);
        }

        @Override
        public void closing(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            at(Step.CLOSE);
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            at(Step.RENAME);
        }
    }
}
