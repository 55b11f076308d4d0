package dev.keystead.app.transfer;

/** An export or an import failed for a reason that the operator can understand: one line, without any value of the file. */
public final class TransferException extends RuntimeException {
    TransferException(String message) {
        super(message);
    }

    TransferException(String message, Throwable cause) {
        super(message, cause);
    }
}
