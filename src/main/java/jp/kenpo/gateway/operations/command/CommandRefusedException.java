package jp.kenpo.gateway.operations.command;

/** What was asked for can't be: an unknown transfer, a date that is none. The text says which, and what to do. */
final class CommandRefusedException extends RuntimeException {

    CommandRefusedException(String message) {
        super(message);
    }
}
