package dev.keystead.app.transfer;

import dev.keystead.app.config.OperatorException;

/** An export or an import failed for a reason that the operator can understand: one line, without any value of the file. */
public final class TransferException extends OperatorException {
    TransferException(String message) {
        super(message, null);
    }

    TransferException(String message, Throwable cause) {
        super(message, cause);
    }
}
