package jp.kenpo.gateway.payload;

import java.io.IOException;

/** The stream is longer than the interchange allows. */
public final class PayloadTooLargeException extends IOException {

    public PayloadTooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
