package jp.kenpo.gateway.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A counterparty's SFTP client: its own key, and a host key that it knows already. Not thread-safe. */
public final class Sftp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Closeable connection;
    private final SftpClient sftp;

    private Sftp(Closeable connection, SftpClient sftp) {
        this.connection = connection;
        this.sftp = sftp;
    }

    /** Many counterparties on one machine: they share the client's threads, and nothing else. */
    public static final class Crowd implements AutoCloseable {

        private final SshClient client;
        private final int port;

        /** @param port port of a server of this machine */
        public Crowd(int port, Path knownHosts) {
            this.client = client(knownHosts);
            this.port = port;
            client.start();
        }

        /** Logs in as one of them; closing it leaves the others alone. */
        public Sftp connect(String user, Path key) {
            try {
                ClientSession session =
                        client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
                session.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(KeyFiles.keyPair(key, user)));
                session.auth().verify(PATIENCE);
                return new Sftp(session::close, SftpClientFactory.instance().createSftpClient(session));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            client.stop();
        }
    }

    private static SshClient client(Path knownHosts) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        return client;
    }

    /** Logs in at a server of this machine; fails if the key or the host key is not known. */
    public static Sftp connect(int port, String user, Path key, Path knownHosts) {
        SshClient client = client(knownHosts);
        boolean connected = false;
        try {
            client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(KeyFiles.keyPair(key, user)));
            client.start();
            ClientSession session =
                    client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.auth().verify(PATIENCE);
            Sftp sftp = new Sftp(client::stop, SftpClientFactory.instance().createSftpClient(session));
            connected = true;
            return sftp;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (!connected) {
                client.stop();
            }
        }
    }

    /** Writes a file and closes it. */
    public void put(String path, byte[] content) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(content);
        }
    }

    /** Makes the folders of the path, writes under a temporary name, and renames when all is written. */
    public void putUnderTemporaryName(String path, byte[] content) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/'));
        makeFolders(folder);
        String temporary = folder + "/." + path.substring(path.lastIndexOf('/') + 1) + ".part";
        put(temporary, content);
        sftp.rename(temporary, path);
    }

    /** Makes the folders of the path, and writes the file there. */
    public void putBelow(String path, byte[] content) throws IOException {
        makeFolders(path.substring(0, path.lastIndexOf('/')));
        put(path, content);
    }

    /** Returns the paths of the regular files in a folder and below; empty if there is no such folder. */
    public List<String> filesBelow(String folder) throws IOException {
        List<String> paths = new ArrayList<>();
        try {
            sftp.stat(folder);
        } catch (org.apache.sshd.sftp.common.SftpException missing) {
            return paths;
        }
        String before = folder.equals(".") ? "" : folder + "/";
        for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
            if (entry.getAttributes().isRegularFile()) {
                paths.add(before + entry.getFilename());
            } else if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                paths.addAll(filesBelow(before + entry.getFilename()));
            }
        }
        return paths;
    }

    /** Writes a file and breaks the connection off before it is closed; this client is of no use afterwards. */
    public void putUnfinished(String path, byte[] content) throws IOException {
        SftpClient.CloseableHandle handle =
                sftp.open(path, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create, SftpClient.OpenMode.Truncate);
        sftp.write(handle, 0, content, 0, content.length);
        sftp.getSession().close(true).await(PATIENCE);
        close();
    }

    /** Returns the names of everything in a folder but {@code .} and {@code ..}. */
    public List<String> list(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
            if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                names.add(entry.getFilename());
            }
        }
        names.sort(null);
        return names;
    }

    /** Returns the names of the regular files in a folder; empty if there is no such folder. */
    public List<String> files(String folder) throws IOException {
        try {
            sftp.stat(folder);
        } catch (org.apache.sshd.sftp.common.SftpException missing) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
            if (entry.getAttributes().isRegularFile()) {
                names.add(entry.getFilename());
            }
        }
        names.sort(null);
        return names;
    }

    /** Returns the bytes of a file. */
    public byte[] get(String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return in.readAllBytes();
        }
    }

    /** Opens a file for one reading. */
    public InputStream open(String path) throws IOException {
        return sftp.read(path);
    }

    public void rename(String from, String to) throws IOException {
        sftp.rename(from, to);
    }

    public void remove(String path) throws IOException {
        sftp.remove(path);
    }

    public void makeFolder(String path) throws IOException {
        sftp.mkdir(path);
    }

    public void symlink(String link, String target) throws IOException {
        sftp.symLink(link, target);
    }

    private void makeFolders(String folder) throws IOException {
        StringBuilder path = new StringBuilder();
        for (String part : folder.split("/")) {
            path.append(path.isEmpty() ? "" : "/").append(part);
            try {
                sftp.stat(path.toString());
            } catch (org.apache.sshd.sftp.common.SftpException missing) {
                sftp.mkdir(path.toString());
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
