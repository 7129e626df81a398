package jp.kenpo.gateway.delivery;

import java.io.IOException;
import jp.kenpo.gateway.ledger.TransferId;

/** The counterparty's side did not take a file; its message is for operators and says nothing of the content. */
public final class NotDeliveredException extends IOException {

    public NotDeliveredException(String message) {
        super(message);
    }

    public NotDeliveredException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file of another transfer lies under the name of this one, which waits until it is fetched. */
    public static NotDeliveredException notFetchedYet(Parcel parcel, TransferId other) {
        return new NotDeliveredException(
                "the file " + parcel.fileName() + " of transfer " + other
                        + " was not fetched yet: this transfer has a file of the same name, and sends it when that one is gone");
    }
}
