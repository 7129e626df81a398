package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.kenpo.gateway.ledger.TransferId;
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
 * @param others says whose a file may be that lies there already
 * @param consent is asked for last, right before the file gets its name
 */
public record Parcel(
        String key,
        @Nullable String party,
        String folder,
        String fileName,
        long size,
        String sha256,
        Source bytes,
        Others others,
        Consent consent) {

    /** A file that is given as soon as it is whole, and whose name no other transfer can have. */
    public Parcel(
            String key,
            @Nullable String party,
            String folder,
            String fileName,
            long size,
            String sha256,
            Source bytes) {
        this(key, party, folder, fileName, size, sha256, bytes, Others.NONE, Consent.ALWAYS);
    }

    /** A file that is given as soon as it is whole, for a counterparty that is but one. */
    public Parcel(String key, String folder, String fileName, long size, String sha256, Source bytes) {
        this(key, null, folder, fileName, size, sha256, bytes);
    }

    /** Which other transfer began to be delivered under the same path: two with the same bytes have the same name. */
    public interface Others {
        /** Of a file that no transfer is, as an error report. */
        Others NONE = Optional::empty;

        /** Returns the newest; is asked only when a file lies there, for it reads the ledger. */
        Optional<TransferId> begun();
    }

    /** Whether a file that lies there whole, under its temporary name, may still get its own. */
    public interface Consent {
        /** Of a file that no transfer is, as an error report. */
        Consent ALWAYS = () -> {};

        /**
         * Returns if it may; that it does is durable then.
         *
         * @throws jp.kenpo.gateway.ledger.StateConflictException if it may not any more
         */
        void require();
    }

    /** Where the bytes come from. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Returns the path below the counterparty's folder. */
    public String path() {
        return folder.isEmpty() ? fileName : folder + "/" + fileName;
    }

    /** Says to operators what follows once what has the name of this file is removed. */
    public String onceItIsFree() {
        return others == Others.NONE ? "the gateway then puts its own there" : "then release the transfer";
    }
}
