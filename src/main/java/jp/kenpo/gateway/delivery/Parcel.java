package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be handed over.
 *
 * @param key names the delivery for good: the id of the transfer, and its bytes
 * @param party which of its parties the counterparty's folder is that of; null where it is but one
 * @param folder folder below the counterparty's, with forward slashes; empty for the top
 * @param fileName final name; letters, digits, dot, hyphen and underscore only
 * @param size number of bytes
 * @param sha256 hash of the bytes, 64 hex digits
 * @param bytes opens the bytes anew at each call
 */
public record Parcel(
        String key, @Nullable String party, String folder, String fileName, long size, String sha256, Source bytes) {

    /** A file for a counterparty that is but one. */
    public Parcel(String key, String folder, String fileName, long size, String sha256, Source bytes) {
        this(key, null, folder, fileName, size, sha256, bytes);
    }

    /** Where the bytes come from. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Returns the path below the counterparty's folder. */
    public String path() {
        return folder.isEmpty() ? fileName : folder + "/" + fileName;
    }
}
