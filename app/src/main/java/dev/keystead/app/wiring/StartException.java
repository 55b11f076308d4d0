package dev.keystead.app.wiring;

/** A server or a command cannot do its work, though its configuration may be right; the message is one line for the operator. */
public final class StartException extends RuntimeException {
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
