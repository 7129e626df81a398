package jp.kenpo.gateway.delivery;

import java.io.IOException;

/**
 * At the counterparty lies a file of our name that can't be shown to be ours. Another attempt would find it again: the
 * transfer waits for a person. The message is for operators and says who has to act, and nothing of the content.
 */
public final class NameTakenException extends IOException {

    public NameTakenException(String message) {
        super(message);
    }
}
