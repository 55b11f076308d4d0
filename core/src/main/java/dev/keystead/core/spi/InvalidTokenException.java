package dev.keystead.core.spi;

import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.KeysteadException;

/** The token proves nothing. The message may be shown: it names neither keys nor anything of the token. */
public final class InvalidTokenException extends KeysteadException {
    public InvalidTokenException(String message) {
        super(ErrorKind.UNAUTHENTICATED, message);
    }
}
