package jp.kenpo.gateway.intake;

import java.io.IOException;

/** A file that was read has another size than its server says: it still changes, was cut off, or its server errs. */
public final class NotWholeException extends IOException {

    NotWholeException(long read, long said) {
        super("a file gave " + read + " bytes, its server says it has " + said + "; not taken until they agree");
    }
}
