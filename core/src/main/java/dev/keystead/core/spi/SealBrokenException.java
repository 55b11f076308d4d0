package dev.keystead.core.spi;

import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.KeysteadException;
import org.jspecify.annotations.Nullable;

/** A sealed secret does not open: altered, moved from its place, or sealed under a key that the key set does not have. */
public final class SealBrokenException extends KeysteadException {
    /**
     * Reports a value that does not open.
     *
     * @param message for the log; names the key id and the place, never the value
     * @param cause the library's failure; null if there is none
     */
    public SealBrokenException(String message, @Nullable Throwable cause) {
        super(ErrorKind.INTERNAL, message, cause);
    }
}
