package dev.keystead.app.cli;

/** A command failed for a reason that the operator can understand; the message is one line. */
final class FailureException extends RuntimeException {
    FailureException(String message) {
        super(message);
    }

    FailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
