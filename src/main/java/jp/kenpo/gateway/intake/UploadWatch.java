package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file that its client closed from one whose connection went away or whose bytes could not all be written, and
 * counts the bytes that come.
 */
final class UploadWatch implements SftpEventListener {

    private static final AttributeRepository.AttributeKey<Boolean> CLOSED_BY_CLIENT =
            new AttributeRepository.AttributeKey<>();
    private static final AttributeRepository.AttributeKey<Boolean> WRITE_FAILED =
            new AttributeRepository.AttributeKey<>();
    private static final AttributeRepository.AttributeKey<Long> END = new AttributeRepository.AttributeKey<>();

    private final Uploads uploads;
    private final Map<String, HomeQuota> quotas;

    UploadWatch(Uploads uploads, Map<String, HomeQuota> quotas) {
        this.uploads = uploads;
        this.quotas = quotas;
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] bytes,
            int from,
            int length)
            throws IOException {
        Long known = file.getAttribute(END);
        long end = known != null ? known : Files.size(file.getFile());
        boolean appends = file.isOpenAppend();
        long written = appends ? end + length : Math.addExact(offset, length);
        HomeQuota quota = quotas.get(session.getUsername());
        if (quota == null) {
            throw new IOException("no home");
        }
        if (written > end) {
            try {
                quota.grow(written - end);
            } catch (IOException full) {
                file.setAttribute(WRITE_FAILED, true);
                throw full;
            }
        }
        file.setAttribute(END, Math.max(end, written));
    }

    /** A client that goes on after a failed write and closes must not make half a file a whole one. */
    @Override
    public void written(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] bytes,
            int from,
            int length,
            @Nullable Throwable thrown) {
        if (thrown != null) {
            file.setAttribute(WRITE_FAILED, true);
        }
    }

    @Override
    public void closing(ServerSession session, String remoteHandle, Handle handle) {
        handle.setAttribute(CLOSED_BY_CLIENT, true);
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, @Nullable Throwable thrown) {
        if (!isWritten(handle)) {
            return;
        }
        String key = HomeRules.key(session, handle.getFile());
        if (thrown == null && handle.getAttribute(WRITE_FAILED) == null) {
            uploads.closed(key);
        } else {
            uploads.brokenOff(key);
        }
    }

    @Override
    public void exiting(ServerSession session, Handle handle) {
        if (isWritten(handle) && handle.getAttribute(CLOSED_BY_CLIENT) == null) {
            uploads.brokenOff(HomeRules.key(session, handle.getFile()));
        }
    }

    private static boolean isWritten(Handle handle) {
        return handle instanceof FileHandle file
                && (file.getOpenOptions().contains(StandardOpenOption.WRITE) || file.isOpenAppend());
    }
}
