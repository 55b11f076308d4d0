package dev.keystead.core.domain;

import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that Keystead reports on purpose. The message is fit for the caller: it never repeats input, secrets or
 * a driver's words; those stay in the cause.
 */
public abstract class KeysteadException extends RuntimeException {
    private final ErrorKind kind;
    private final String message;

    protected KeysteadException(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.message = message;
    }

    protected KeysteadException(ErrorKind kind, String message) {
        this(kind, message, null);
    }

    /** What went wrong, fit for the caller; never null. */
    @Override
    public final String getMessage() {
        return message;
    }

    /** The kind of failure; never null. */
    public final ErrorKind kind() {
        return kind;
    }
}
