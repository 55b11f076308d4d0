package dev.keystead.core.spi;

/** The change expected another version than the current one, or the credential is not there; nothing changed. */
public final class StaleVersionException extends StorageException {
    public StaleVersionException() {
        super("the credential is not there in the version that the change expects");
    }
}
