package jp.kenpo.gateway.routing;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpStatVFS;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.delivery.Parcel;

/**
 * Finds out why a counterparty's server did not take a file: what it said, else what can be seen there. What is not seen
 * is not claimed: OpenSSH says "Failure" of a full disk, of a read-only one and of a used up quota alike. Not thread-safe.
 */
final class RemoteRefusal {

    private static final String NOT_TAKEN = "the counterparty's SFTP server did not take the file";
    private static final String NO_ROOM = "the counterparty's disk has no room for the file: ask for space";
    private static final String NO_SHARE =
            "our share of the counterparty's disk (quota) has no room for the file: ask for space";
    private static final String NO_MORE_FILES =
            "the counterparty's disk has no room for one more file, however small: ask to have files removed there";
    private static final String READ_ONLY =
            "the counterparty's disk is read-only: ask the counterparty to make it writable";
    private static final String UNEXPLAINED =
            NOT_TAKEN + " and does not say why: its disk may be full or read-only, our"
                    + " share of it used up, or a rule of the server against it; ask the counterparty";

    /** Codes of later versions of the protocol, which some servers use in ours too. */
    private static final Map<Integer, String> SAID = Map.of(12, READ_ONLY, 14, NO_ROOM, 15, NO_SHARE);

    /** What servers that tell the cause beside the code have from their operating system. */
    private static final Map<String, String> QUOTED = Map.of(
            "No space left on device", NO_ROOM,
            "Disk quota exceeded", NO_SHARE,
            "Read-only file system", READ_ONLY);

    private static final long MOUNTED_READ_ONLY = 1;

    private final RemoteFiles files;

    RemoteRefusal(RemoteFiles files) {
        this.files = files;
    }

    /** Returns whether the server said no; else the connection broke, and there is nothing to be asked. */
    static boolean isAnswer(Exception failed) {
        return failed instanceof SftpException said
                && said.id != ChannelSftp.SSH_FX_CONNECTION_LOST
                && said.getCause() == null;
    }

    /**
     * Returns it in words for operators, which quote nothing of the other side; connects if need be.
     *
     * @param temporary where the file would lie until it is whole; if nothing does, its room was given back
     */
    String words(Parcel parcel, String temporary, Exception failed) {
        if (!(failed instanceof SftpException said) || !isAnswer(failed)) {
            return NOT_TAKEN;
        }
        return seen(() -> ofFolder(parcel.folder()))
                .or(() -> said(parcel, said))
                .or(() -> seen(() -> ofDisk(parcel, temporary)))
                .orElse(UNEXPLAINED);
    }

    private interface Look {
        Optional<String> ask() throws SftpException;
    }

    private Optional<String> seen(Look look) {
        try {
            files.connect();
            return look.ask();
        } catch (JSchException | SftpException unknown) {
            return Optional.empty();
        }
    }

    /** Returns what is wrong with the folder itself. */
    private Optional<String> ofFolder(String folder) throws SftpException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        if (files.size(folder).isEmpty()) {
            return Optional.of("the folder " + folder + " is not to be found at the counterparty: have it made");
        }
        return isFileInPlaceOf(folder) ? Optional.of(fileInPlaceOf(folder)) : Optional.empty();
    }

    /** Returns whether what has the name of the folder is certainly none; where that can't be seen, it is one. */
    boolean isFileInPlaceOf(String folder) {
        try {
            return !folder.isEmpty() && files.isNoFolder(folder);
        } catch (SftpException unknown) {
            return false;
        }
    }

    static String fileInPlaceOf(String folder) {
        return "a file lies in the place of the folder " + folder
                + " at the counterparty: have it removed and the folder made";
    }

    private static Optional<String> said(Parcel parcel, SftpException said) {
        if (said.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
            String where = parcel.folder().isEmpty() ? "there" : "in the folder " + parcel.folder();
            return Optional.of(NOT_TAKEN + ": it does not permit all that this takes " + where
                    + " (to look, write, rename, and read where that is agreed); ask the counterparty for it");
        }
        String text = String.valueOf(said.getMessage());
        return Optional.ofNullable(SAID.get(said.id)).or(() -> QUOTED.keySet().stream()
                .filter(text::contains)
                .findFirst()
                .map(QUOTED::get));
    }

    /** Only some servers, OpenSSH among them, tell of their disk. */
    private Optional<String> ofDisk(Parcel parcel, String temporary) throws SftpException {
        SftpStatVFS disk = files.disk(parcel.folder().isEmpty() ? "." : parcel.folder());
        if ((disk.getMountFlag() & MOUNTED_READ_ONLY) != 0) {
            return Optional.of(READ_ONLY);
        }
        if (files.size(temporary).isPresent()) {
            // it takes room itself, and it may have been the new name that was refused
            return Optional.empty();
        }
        if (disk.getFragmentSize() * disk.getAvailBlocks() < Math.max(1, parcel.size())) {
            return Optional.of(NO_ROOM);
        }
        // some file systems don't count files: they tell of none
        return disk.getINodes() > 0 && disk.getAvailINodes() == 0 ? Optional.of(NO_MORE_FILES) : Optional.empty();
    }
}
