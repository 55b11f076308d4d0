package dev.keystead.app.cli;

import dev.keystead.app.config.OperatorException;

/** A command failed for a reason that the operator can understand; the message is one line. */
final class FailureException extends OperatorException {
    FailureException(String message) {
        super(message, null);
    }

    FailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
