package jp.kenpo.gateway.delivery;

import java.io.IOException;

/** The counterparty's side did not take a file; its message is for operators and says nothing of the content. */
public final class NotDeliveredException extends IOException {

    public NotDeliveredException(String message) {
        super(message);
    }

    public NotDeliveredException(String message, Throwable cause) {
        super(message, cause);
    }
}
