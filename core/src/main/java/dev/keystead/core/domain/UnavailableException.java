package dev.keystead.core.domain;

import org.jspecify.annotations.Nullable;

/** Something that the call needs is out of reach for now; the outcome of a write may be unknown. */
public class UnavailableException extends KeysteadException {
    public UnavailableException(String message) {
        this(message, null);
    }

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorKind.UNAVAILABLE, message, cause);
    }
}
