package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.delivery.Outbox;
import jp.kenpo.gateway.delivery.Parcel;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Puts files on a counterparty's own SFTP server, through Camel's operations step by step: temporary name, size
 * compared, rename, size compared again. One connection, kept open; calls wait for each other.
 */
final class RemoteOutbox implements Outbox {

    private static final String TEMPORARY = ".part-";

    private final SftpEndpoint endpoint;
    private final RemoteFileOperations<?> operations;
    private final GivenNotes given;

    RemoteOutbox(SftpEndpoint endpoint, GivenNotes given) throws Exception {
        this.endpoint = endpoint;
        this.given = given;
        this.operations = endpoint.createRemoteFileOperations();
    }

    @Override
    public synchronized void put(Parcel parcel) throws IOException {
        try {
            connect();
            if (!isThere(parcel) && !wasFetched(parcel)) {
                write(parcel);
            }
        } catch (GenericFileOperationFailedException failed) {
            operations.forceDisconnect();
            // the message of the cause may quote a name of the other side; the kinds are enough
            throw new NotDeliveredException("the counterparty's SFTP server did not take the file", failed);
        } catch (IOException | RuntimeException failed) {
            operations.forceDisconnect();
            throw failed;
        }
    }

    /** {@inheritDoc} The size alone: nothing is read back. */
    @Override
    public synchronized boolean has(Parcel parcel) throws IOException {
        try {
            connect();
            OptionalLong size = sizeOf(parcel.path());
            return size.isPresent() && size.getAsLong() == parcel.size();
        } catch (GenericFileOperationFailedException failed) {
            operations.forceDisconnect();
            throw new NotDeliveredException("the counterparty's SFTP server did not let us look for the file", failed);
        }
    }

    private void connect() {
        if (!operations.isConnected()) {
            operations.connect(endpoint.getConfiguration(), endpoint.createExchange());
        }
    }

    /** A file of another size under the final name is not ours to overwrite. */
    private boolean isThere(Parcel parcel) throws IOException {
        OptionalLong size = sizeOf(parcel.path());
        if (size.isPresent() && size.getAsLong() != parcel.size()) {
            throw new NotDeliveredException(
                    "another file of " + size.getAsLong() + " bytes has the name " + parcel.fileName());
        }
        return size.isPresent();
    }

    /** Nobody but the rename takes the temporary file away, and the rename comes after the note. */
    private boolean wasFetched(Parcel parcel) {
        return given.has(parcel.key()) && sizeOf(temporary(parcel)).isEmpty();
    }

    private void write(Parcel parcel) throws IOException {
        // the note of an earlier attempt would tell of this one that the file was given
        given.forget(parcel.key());
        String temporary = temporary(parcel);
        if (sizeOf(temporary).isPresent()) {
            operations.deleteFile(temporary);
        }
        try (InputStream in = parcel.bytes().open()) {
            Exchange exchange = endpoint.createExchange();
            exchange.getIn().setBody(in);
            operations.storeFile(temporary, exchange, parcel.size());
        }
        requireSize(temporary, parcel.size());
        rename(parcel);
    }

    private void rename(Parcel parcel) throws IOException {
        given.write(parcel.key());
        try {
            operations.renameFile(temporary(parcel), parcel.path());
        } catch (GenericFileOperationFailedException failed) {
            if (sizeOf(temporary(parcel)).isPresent()) {
                given.forget(parcel.key());
            }
            throw failed;
        }
        if (!isThere(parcel) && !wasFetched(parcel)) {
            throw new NotDeliveredException("the counterparty's SFTP server did not rename the file");
        }
    }

    @Override
    public void settled(String key) throws IOException {
        given.forget(key);
    }

    private void requireSize(String path, long expected) throws IOException {
        OptionalLong size = sizeOf(path);
        if (size.isEmpty() || size.getAsLong() != expected) {
            throw new NotDeliveredException("the file has "
                    + (size.isEmpty() ? "vanished" : size.getAsLong() + " bytes")
                    + " at the counterparty, expected " + expected);
        }
    }

    private OptionalLong sizeOf(String path) {
        if (!operations.existsFile(path)) {
            return OptionalLong.empty();
        }
        Object[] found = operations.listFiles(path);
        return found.length == 1 && found[0] instanceof SftpRemoteFile<?> file
                ? OptionalLong.of(file.getFileLength())
                : OptionalLong.empty();
    }

    private static String temporary(Parcel parcel) {
        return folder(parcel) + TEMPORARY + parcel.fileName();
    }

    private static String folder(Parcel parcel) {
        return parcel.folder().isEmpty() ? "" : parcel.folder() + "/";
    }
}
