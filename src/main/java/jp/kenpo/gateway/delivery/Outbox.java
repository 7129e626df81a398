package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.util.function.Predicate;

/** Where files for one counterparty are put: its folder in its home here, or on its own server. */
public interface Outbox {

    /**
     * Puts a file there, whole or not at all: written under a temporary name, its size compared, renamed. If the same
     * file is there already, or was there and was fetched, nothing happens. A file of another transfer is not the same,
     * whatever its bytes: this one waits until it is gone.
     *
     * @throws NameTakenException if what has the name there is not ours
     * @throws NotDeliveredException also if the file of another transfer has the name
     * @throws jp.kenpo.gateway.ledger.StateConflictException if it was not to be given any more: it is not there
     * @throws IOException if it is not certain that the whole file is there under its name
     */
    void put(Parcel parcel) throws IOException;

    /**
     * Returns whether exactly this file is there: under its name, with its size and its hash; what can't be read is not.
     *
     * @throws IOException if nobody can look now
     */
    boolean has(Parcel parcel) throws IOException;

    /** Tells that the delivery stands in the ledger, so that nobody asks for the file again. */
    void settled(String key) throws IOException;

    /**
     * Removes what deliveries that broke off left there, and nothing else. What can't be removed is said in the log.
     *
     * @param unwanted whether the file with this key is not to be sent any more, at least not by itself
     * @return whether there was anything to look for over there
     * @throws IOException if nobody can look now
     */
    boolean tidy(Predicate<String> unwanted) throws IOException;
}
