package jp.kenpo.gateway.routing;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpStatVFS;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox asks of a counterparty's SFTP server, over one connection that is made when it is needed and kept. The
 * session is Camel's, with all its options; the questions are asked without it, because Camel lists a whole folder to
 * tell the size of one file. Not thread-safe.
 */
final class RemoteFiles {

    private final SftpConfiguration configuration;
    private final Sessions sessions;
    private @Nullable Session session;
    private @Nullable ChannelSftp channel;

    RemoteFiles(SftpEndpoint endpoint) {
        this.configuration = endpoint.getConfiguration();
        this.sessions = new Sessions(endpoint);
    }

    /** Connects, unless it is connected. */
    void connect() throws JSchException {
        if (session != null && session.isConnected() && channel != null && channel.isConnected()) {
            return;
        }
        disconnect();
        Session begun = sessions.begin(configuration);
        session = begun;
        begun.connect(configuration.getConnectTimeout());
        ChannelSftp opened = (ChannelSftp) begun.openChannel("sftp");
        if (opened == null) {
            // what JSch gives, without a word, when the session breaks off in the same moment
            throw new JSchException("the session broke off");
        }
        channel = opened;
        opened.setFilenameEncoding(StandardCharsets.UTF_8);
        opened.connect(configuration.getConnectTimeout());
        opened.setBulkRequests(configuration.getBulkRequests());
    }

    /** Ends the connection, whatever state it is in. */
    void disconnect() {
        if (session != null) {
            session.disconnect();
        }
        session = null;
        channel = null;
    }

    /** Returns the size of a file; empty if nothing has the name. */
    OptionalLong size(String path) throws SftpException {
        try {
            return OptionalLong.of(ask(sftp -> sftp.stat(path).getSize()));
        } catch (SftpException failed) {
            if (failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw failed;
        }
    }

    /** Returns whether what has the name is a folder. */
    boolean isFolder(String path) throws SftpException {
        return ask(sftp -> sftp.stat(path).isDir());
    }

    /** Returns whether what has the name is certainly no folder; a server need not tell what it is. */
    boolean isNoFolder(String path) throws SftpException {
        SftpATTRS there = ask(sftp -> sftp.stat(path));
        return (there.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_PERMISSIONS) != 0 && !there.isDir();
    }

    /** Returns what the disk of a folder has and lacks, if the server tells it. */
    SftpStatVFS disk(String folder) throws SftpException {
        return ask(sftp -> sftp.statVFS(folder));
    }

    /** Writes a file, over one of that name. Ends the connection when that fails. */
    void write(String path, InputStream in) throws SftpException {
        try {
            ask(sftp -> {
                sftp.put(in, path);
                return path;
            });
        } catch (SftpException failed) {
            // JSch leaves answers to other pieces unread, and would take them for answers to the next questions
            disconnect();
            throw failed;
        }
    }

    /** Returns the SHA-256 of a file as it can be read there, 64 hex digits. */
    String sha256(String path) throws SftpException {
        MessageDigest digest = sha256();
        ask(sftp -> {
            sftp.get(path, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return path;
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    void rename(String from, String to) throws SftpException {
        ask(sftp -> {
            sftp.rename(from, to);
            return to;
        });
    }

    void remove(String path) throws SftpException {
        ask(sftp -> {
            sftp.rm(path);
            return path;
        });
    }

    private interface Question<T> {
        T put(ChannelSftp sftp) throws SftpException;
    }

    private <T> T ask(Question<T> question) throws SftpException {
        ChannelSftp sftp = channel;
        if (sftp == null) {
            throw new IllegalStateException("not connected");
        }
        try {
            return question.put(sftp);
        } catch (RuntimeException brokenOff) {
            // JSch finds its own fields emptied when its other thread has given up the connection meanwhile
            throw new SftpException(
                    ChannelSftp.SSH_FX_CONNECTION_LOST,
                    "the connection broke off",
                    new IOException(brokenOff.getClass().getSimpleName()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Makes sessions with the options of an endpoint. */
    private static final class Sessions extends SftpOperations {

        Sessions(SftpEndpoint endpoint) {
            setEndpoint(endpoint);
        }

        Session begin(SftpConfiguration configuration) throws JSchException {
            Session session = createSession(configuration);
            session.setSocketFactory(
                    new PatientSockets(configuration.getConnectTimeout(), configuration.getSoTimeout()));
            return session;
        }
    }
}
