package dev.keystead.app.wiring;

import dev.keystead.app.config.OperatorException;

/** A server or a command cannot do its work, though its configuration may be right; the message is one line for the operator. */
public final class StartException extends OperatorException {
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
