package jp.kenpo.gateway.routing;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.kenpo.gateway.delivery.BegunNotes;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.delivery.TemporaryNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary files of ours on a counterparty's server whose deliveries broke off. Not thread-safe. */
final class RemoteLeftovers {

    private static final Logger log = LoggerFactory.getLogger(RemoteLeftovers.class);

    private final String counterparty;
    private final RemoteFiles files;
    private final BegunNotes begun;
    private final GivenNotes given;
    private final TemporaryNames names;
    private final Set<String> told = new HashSet<>();

    RemoteLeftovers(String counterparty, RemoteFiles files, BegunNotes begun, GivenNotes given, TemporaryNames names) {
        this.counterparty = counterparty;
        this.files = files;
        this.begun = begun;
        this.given = given;
        this.names = names;
    }

    /**
     * Returns whether the file is, or was, under its final name: nobody but the rename takes the temporary file away, and
     * the rename comes after the note.
     */
    boolean wasGiven(Parcel parcel) throws IOException, SftpException {
        if (!given.has(parcel.key())) {
            return false;
        }
        for (String path : everyName(parcel)) {
            if (files.size(path).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Removes what earlier attempts at this file left, which was not given; it begins anew. */
    void clear(Parcel parcel) throws IOException, SftpException {
        boolean known = given.has(parcel.key()) || begun.path(parcel.key()).isPresent();
        Set<String> left = known ? everyName(parcel) : Set.of(names.of(parcel));
        // the note of an earlier attempt would tell of the next one that the file was given
        given.forget(parcel.key());
        for (String path : left) {
            if (files.size(path).isPresent()) {
                files.remove(path);
            }
        }
    }

    /** Removes what a disk that is full took of a file: others need the room. Connects if need be. */
    void giveRoomBack(String temporary) {
        try {
            files.connect();
            files.remove(temporary);
        } catch (JSchException | SftpException notNow) {
            log.debug("what was begun at {} stays until the next attempt, or until it is tidied up", counterparty);
        }
    }

    /** The temporary file may also lie under the name that was noted, or under that of older versions. */
    private Set<String> everyName(Parcel parcel) throws IOException {
        Set<String> paths = new LinkedHashSet<>(List.of(names.of(parcel), names.unmarked(parcel)));
        begun.path(parcel.key()).ifPresent(paths::add);
        return paths;
    }

    /**
     * Removes those that are wanted no more; connects only if there are any. Says once which one can't be removed.
     *
     * @return whether there were any
     */
    boolean remove(Predicate<String> unwanted) throws IOException, JSchException, SftpException {
        Map<String, String> left = begun.all(unwanted);
        if (!left.isEmpty()) {
            files.connect();
        }
        for (Map.Entry<String, String> each : left.entrySet()) {
            // connecting takes its time, and meanwhile a person may have released it
            if (unwanted.test(each.getKey())) {
                removeOrTell(each.getKey(), each.getValue());
            }
        }
        return !left.isEmpty();
    }

    /** What has a cause did not come from the server: the connection broke. */
    private void removeOrTell(String key, String path) throws IOException, SftpException {
        try {
            remove(key, path);
        } catch (SftpException failed) {
            if (failed.id == ChannelSftp.SSH_FX_CONNECTION_LOST || failed.getCause() != null) {
                throw failed;
            }
            tell(path);
        }
    }

    private void remove(String key, String path) throws IOException, SftpException {
        if (files.size(path).isPresent()) {
            // with the note and without the file it would count as given, should it be sent after all
            given.forget(key);
            files.remove(path);
            log.info("{}, left at {} by a delivery that broke off, was removed", path, counterparty);
        }
        begun.over(key);
    }

    private void tell(String path) {
        if (told.add(path)) {
            log.warn(
                    "{}, left at {} by a delivery that broke off, can't be removed: have the counterparty remove it",
                    path,
                    counterparty);
        }
    }
}
