package dev.keystead.app.config;

import org.jspecify.annotations.Nullable;

/** Something went wrong that its message explains to the operator; nobody needs to see where in the code. */
public abstract class OperatorException extends RuntimeException {
    protected OperatorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
