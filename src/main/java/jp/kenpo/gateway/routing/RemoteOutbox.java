package jp.kenpo.gateway.routing;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import jp.kenpo.gateway.counterparty.Connection.Proof;
import jp.kenpo.gateway.delivery.BegunNotes;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.delivery.Outbox;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.delivery.TemporaryNames;
import jp.kenpo.gateway.ledger.TransferId;

/**
 * Puts files on a counterparty's own SFTP server, step by step: temporary name, size compared, bytes read back where
 * that is agreed, rename, size compared again. Calls wait for each other.
 *
 * <p>A file that has our name before we give it counts as ours only when its bytes are: they are read back then, whatever
 * is agreed. Another's file is left alone, and the transfer waits for a person; that of another transfer of ours is
 * waited for.
 */
final class RemoteOutbox implements Outbox {

    private final RemoteFiles files;
    private final Proof proof;
    private final GivenNotes given;
    private final BegunNotes begun;
    private final TemporaryNames names;
    private final RemoteLeftovers leftovers;
    private final RemoteRefusal refusal;

    /** @param counterparty its id, for the log */
    RemoteOutbox(
            String counterparty,
            RemoteFiles files,
            Proof proof,
            GivenNotes given,
            BegunNotes begun,
            TemporaryNames names) {
        this.files = files;
        this.proof = proof;
        this.given = given;
        this.begun = begun;
        this.names = names;
        this.leftovers = new RemoteLeftovers(counterparty, files, begun, given, names);
        this.refusal = new RemoteRefusal(files);
    }

    @Override
    public synchronized void put(Parcel parcel) throws IOException {
        try {
            files.connect();
            if (isThere(parcel) || leftovers.wasGiven(parcel)) {
                parcel.consent().require();
            } else {
                write(parcel);
            }
        } catch (JSchException | SftpException failed) {
            String why = refusal.words(parcel, names.of(parcel), failed);
            files.disconnect();
            // the message of the cause may quote a name of the other side; the kinds are enough
            throw new NotDeliveredException(why, failed);
        } catch (IOException | RuntimeException failed) {
            files.disconnect();
            throw failed;
        }
    }

    /** {@inheritDoc} What can't be read is not ours for certain. */
    @Override
    public synchronized boolean has(Parcel parcel) throws IOException {
        try {
            files.connect();
            OptionalLong size = files.size(parcel.path());
            return size.isPresent()
                    && size.getAsLong() == parcel.size()
                    && readBack(parcel).filter(parcel.sha256()::equals).isPresent();
        } catch (JSchException | SftpException failed) {
            files.disconnect();
            throw new NotDeliveredException("the counterparty's SFTP server did not let us look for the file", failed);
        }
    }

    /** Returns the hash of what lies there; empty if it may not be read. */
    private Optional<String> readBack(Parcel parcel) throws IOException, SftpException {
        try {
            return Optional.of(files.sha256(parcel.path()));
        } catch (SftpException failed) {
            if (failed.id != ChannelSftp.SSH_FX_PERMISSION_DENIED) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    /** A file under the final name whose bytes are not ours is not ours to overwrite. */
    private boolean isThere(Parcel parcel) throws IOException, SftpException {
        OptionalLong size = files.size(parcel.path());
        if (size.isEmpty()) {
            return false;
        }
        if (refusal.isFileInPlaceOf(parcel.folder())) {
            // some servers then tell of something without a size under every name in it
            throw new NotDeliveredException(RemoteRefusal.fileInPlaceOf(parcel.folder()));
        }
        if (!leftovers.wasGiven(parcel)) {
            requireNoOther(parcel);
        }
        if (size.getAsLong() != parcel.size()) {
            throw another(parcel, files.isFolder(parcel.path()) ? "a folder" : size.getAsLong() + " bytes");
        }
        if (!isOurs(parcel)) {
            throw new NameTakenException("a file of our size has the name " + parcel.fileName()
                    + " at the counterparty and can't be read: ask the counterparty whether it is ours");
        }
        return true;
    }

    /** Returns whether the bytes are ours; false if nobody may read them and nothing else says that they are. */
    private boolean isOurs(Parcel parcel) throws IOException, SftpException {
        Optional<String> found = readBack(parcel);
        if (found.isEmpty()) {
            // a letter box: what we were about to give there, and is of our size, is ours
            return leftovers.wasGiven(parcel);
        }
        if (!found.get().equals(parcel.sha256())) {
            throw another(parcel, "of our size");
        }
        return true;
    }

    /** Same bytes are no sign: a transfer whose file was never sent would count as delivered. */
    private static void requireNoOther(Parcel parcel) throws NotDeliveredException {
        Optional<TransferId> other = parcel.others().begun();
        if (other.isPresent()) {
            throw NotDeliveredException.notFetchedYet(parcel, other.get());
        }
    }

    private static NameTakenException another(Parcel parcel, String what) {
        return new NameTakenException("another file has the name " + parcel.fileName() + " at the counterparty, " + what
                + ": ask the counterparty whose it is and have it removed, " + parcel.onceItIsFree());
    }

    private void write(Parcel parcel) throws IOException, SftpException {
        String temporary = names.of(parcel);
        leftovers.clear(parcel);
        begun.begin(parcel.key(), temporary);
        try (InputStream in = parcel.bytes().open()) {
            files.write(temporary, in);
        } catch (SftpException failed) {
            if (RemoteRefusal.isAnswer(failed)) {
                leftovers.giveRoomBack(temporary);
            }
            throw failed;
        }
        requireSize(files.size(temporary), parcel.size());
        // under its temporary name nobody fetches it: what is read back is what was written
        if (proof == Proof.READ_BACK && !files.sha256(temporary).equals(parcel.sha256())) {
            throw new NotDeliveredException(
                    "the file was read back from the counterparty with other bytes than it has");
        }
        rename(parcel, temporary);
        begun.over(parcel.key());
    }

    private void rename(Parcel parcel, String temporary) throws IOException, SftpException {
        // some servers rename over a file that is there; this one came while ours was written
        if (files.size(parcel.path()).isPresent()) {
            requireNoOther(parcel);
            throw another(parcel, "put there while ours was written");
        }
        parcel.consent().require();
        given.write(parcel.key());
        try {
            files.rename(temporary, parcel.path());
        } catch (SftpException failed) {
            if (files.size(temporary).isPresent()) {
                given.forget(parcel.key());
            }
            throw failed;
        }
        OptionalLong size = files.size(parcel.path());
        if (size.isPresent()) {
            requireSize(size, parcel.size());
        } else if (!leftovers.wasGiven(parcel)) {
            throw new NotDeliveredException("the counterparty's SFTP server did not rename the file");
        }
    }

    @Override
    public void settled(String key) throws IOException {
        given.drop(key);
        // what was begun stays noted unless it was renamed: another gateway may have given the file, and ours lies
        // there still
    }

    /** {@inheritDoc} Nothing is put meanwhile: a file that is begun anew is not touched. */
    @Override
    public synchronized boolean tidy(Predicate<String> unwanted) throws IOException {
        try {
            return leftovers.remove(unwanted);
        } catch (JSchException | SftpException failed) {
            files.disconnect();
            throw new NotDeliveredException("the counterparty's SFTP server did not let us tidy up", failed);
        }
    }

    private static void requireSize(OptionalLong size, long expected) throws NotDeliveredException {
        if (size.isEmpty() || size.getAsLong() != expected) {
            throw new NotDeliveredException("the file has "
                    + (size.isEmpty() ? "vanished" : size.getAsLong() + " bytes")
                    + " at the counterparty, expected " + expected);
        }
    }
}
