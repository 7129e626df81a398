package jp.kenpo.gateway.payload;

import java.io.IOException;

/** A payload is missing, was changed on the disk, or its key does not open it. */
public final class PayloadNotReadableException extends IOException {

    public PayloadNotReadableException(String payloadId, Throwable cause) {
        super("payload " + payloadId + " can't be read", cause);
    }
}
