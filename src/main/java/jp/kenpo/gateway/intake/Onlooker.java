package jp.kenpo.gateway.intake;

import java.io.InputStream;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.payload.Ticket;

/**
 * Is shown what arrives while it is being kept, so that what must be done with its bytes next can begin then. Nothing that
 * an onlooker does or fails to do changes what is kept or recorded.
 */
@FunctionalInterface
public interface Onlooker {

    /** Looks at nothing. */
    Onlooker NOBODY = (interchange, place) -> Sight.NOTHING;

    /** Is told that an arrival is about to be kept. */
    Sight look(Interchange interchange, Place place);

    /** What is seen of one arrival. Used by the thread that takes it in. */
    interface Sight {

        /** Nothing is seen. */
        Sight NOTHING = new Sight() {};

        /** Returns the stream to keep from, which shows the bytes of the arrival as they are read. */
        default InputStream of(InputStream arrival) {
            return arrival;
        }

        /** All of it is kept under this ticket; called before anybody else can learn of the ticket. */
        default void kept(Ticket ticket) {}

        /** It is not kept, or nobody will read it: what was seen is forgotten. Harmless if nothing was. */
        default void forget() {}
    }
}
