package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty may do in its home: write, rename and remove files in {@code /upload}, read and remove files in
 * {@code /download}. No links, no new folders, no names with control characters. Only the society's own system may make
 * folders in {@code /upload}: it names in them whom a file is for.
 */
final class HomeRules implements SftpFileSystemAccessor {

    static final String UPLOAD = "/upload/";
    static final String DOWNLOAD = "/download/";

    private static final int LONGEST_NAME = 200;

    private final Uploads uploads;
    private final Set<String> ownSystems;
    private final Map<String, HomeQuota> quotas;

    /**
     * @param ownSystems user names of the society's own systems
     * @param quotas how much may wait in a home, by user name
     */
    HomeRules(Uploads uploads, Set<String> ownSystems, Map<String, HomeQuota> quotas) {
        this.uploads = uploads;
        this.ownSystems = ownSystems;
        this.quotas = quotas;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            @Nullable FileHandle handle,
            Path file,
            String handleName,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (options.contains(StandardOpenOption.DELETE_ON_CLOSE)) {
            throw new AccessDeniedException("a file is removed by removing it");
        }
        if (!options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND)) {
            return open(subsystem, handle, file, handleName, options, attributes);
        }
        requireIn(UPLOAD, file);
        requirePlainName(file);
        if (handle == null) {
            // a change of the size by name: nobody would say when it ends
            throw new AccessDeniedException("a file is not cut here: send it again");
        }
        uploads.requireIntake();
        HomeQuota quota = quotas.get(subsystem.getServerSession().getUsername());
        if (quota == null) {
            throw denied();
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            quota.begin();
        }
        String key = key(subsystem, file);
        if (!uploads.writing(key)) {
            throw new AccessDeniedException(
                    "the file is just being written or taken in; try again later, or send it under another name");
        }
        try {
            // without the client's attributes: a file that the gateway can't read would stay here for good
            return open(subsystem, handle, file, handleName, options);
        } catch (IOException | RuntimeException failed) {
            uploads.brokenOff(key);
            throw failed;
        }
    }

    private SeekableByteChannel open(
            SftpSubsystemProxy subsystem,
            @Nullable FileHandle handle,
            Path file,
            String handleName,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, handleName, options, attributes);
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        requireIn(UPLOAD, from);
        requireIn(UPLOAD, to);
        requirePlainName(to);
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new AccessDeniedException("folders keep their names: files are looked for in them");
        }
        uploads.rename(
                key(subsystem, from),
                key(subsystem, to),
                () -> SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options));
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw new AccessDeniedException("folders are not removed here");
        }
        if (!isIn(UPLOAD, file) && !isIn(DOWNLOAD, file)) {
            throw denied();
        }
        uploads.remove(key(subsystem, file), () -> SftpFileSystemAccessor.super.removeFile(subsystem, file, false));
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        if (!ownSystems.contains(subsystem.getServerSession().getUsername())) {
            throw new AccessDeniedException("folders are not made here: put files into upload");
        }
        requireIn(UPLOAD, path);
        requirePlainName(path);
        SftpFileSystemAccessor.super.createDirectory(subsystem, path);
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
            throws IOException {
        throw new AccessDeniedException("links are not made here");
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        throw new AccessDeniedException("files are not copied here");
    }

    /** Times may be set on what was sent, as clients do that keep them; nothing else is said of a file here. */
    @Override
    public void setFileAttribute(
            SftpSubsystemProxy subsystem,
            Path file,
            String view,
            String attribute,
            @Nullable Object value,
            LinkOption... options)
            throws IOException {
        requireIn(UPLOAD, file);
        SftpFileSystemAccessor.super.setFileAttribute(subsystem, file, view, attribute, value, options);
    }

    /** Modes and owners are the gateway's; a client that sends them along is not bothered with a failure. */
    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> permissions, LinkOption... options) {
        // stays as the gateway made it
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal owner, LinkOption... options) {
        // stays as the gateway made it
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal group, LinkOption... options) {
        // stays as the gateway made it
    }

    @Override
    public void setFileAccessControl(
            SftpSubsystemProxy subsystem, Path file, List<AclEntry> entries, LinkOption... options) {
        // stays as the gateway made it
    }

    static String key(ServerSession session, Path file) {
        return Uploads.key(session.getUsername(), virtual(file));
    }

    private static String key(SftpSubsystemProxy subsystem, Path file) {
        return key(subsystem.getServerSession(), file);
    }

    /** Returns the path as the counterparty sees it: {@code /upload/name}. */
    static String virtual(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static boolean isIn(String folder, Path file) {
        return virtual(file).startsWith(folder);
    }

    private static void requireIn(String folder, Path file) throws IOException {
        if (!isIn(folder, file)) {
            throw denied();
        }
    }

    private static void requirePlainName(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        boolean plain =
                name.length() <= LONGEST_NAME && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
        if (!plain) {
            throw new AccessDeniedException("the file name is too long or holds a control character or a backslash");
        }
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("files are put into upload and fetched from download");
    }
}
