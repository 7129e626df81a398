package jp.kenpo.gateway.routing;

import java.io.File;
import jp.kenpo.gateway.intake.Uploads;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/** Takes a file of a home only when its writer closed it, and keeps writers away while it is taken in. */
final class UploadClaim implements GenericFileExclusiveReadLockStrategy<File> {

    private final Places places;
    private final Uploads uploads;
    private final ArrivalFilter<File> filter;

    UploadClaim(Places places, Uploads uploads, ArrivalFilter<File> filter) {
        this.places = places;
        this.uploads = uploads;
        this.filter = filter;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // nothing remains of an earlier run: a claim lives in memory only
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        if (!uploads.claim(key(file))) {
            return false;
        }
        if (filter.refusesTooLarge(file)) {
            uploads.release(key(file));
            return false;
        }
        return true;
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        uploads.release(key(file));
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        uploads.release(key(file));
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        uploads.release(key(file));
    }

    /** The same name that the SFTP server uses for the file: the path that the counterparty sees. */
    private String key(GenericFile<File> file) {
        return places.key(file);
    }

    @Override
    public void setTimeout(long timeout) {
        // a claim is had at once or not at all
    }

    @Override
    public void setCheckInterval(long interval) {
        // nothing is watched
    }

    @Override
    public void setReadLockLoggingLevel(LoggingLevel level) {
        // nothing is logged
    }

    @Override
    public void setMarkerFiler(boolean marker) {
        // no marker files in a home
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean delete) {
        // no lock files in a home
    }
}
