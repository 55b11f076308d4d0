package dev.keystead.core.spi;

/**
 * Opens a storage by its URL; found through {@link java.util.ServiceLoader}, so that a jar on the class path is all that an adapter
 * needs.
 */
public interface StorageProvider {

    /** The part of the URLs before the first colon that this provider answers for, such as {@code memory}; lower case. */
    String scheme();

    /**
     * Opens the storage, without migrating it.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if the configuration is wrong; the message is for the operator and holds no
     *     password
     * @throws StorageUnavailableException if the storage is out of reach
     */
    Storage open(StorageConfig config);
}
