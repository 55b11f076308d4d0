package dev.keystead.core.spi;

import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.KeysteadException;

/** A commit was refused for a reason that the core deals with itself; such a commit changed nothing. */
public abstract sealed class StorageException extends KeysteadException
        permits StaleVersionException, DuplicateException {
    StorageException(String message) {
        super(ErrorKind.INTERNAL, message);
    }
}
