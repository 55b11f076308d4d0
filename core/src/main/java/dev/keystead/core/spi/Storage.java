package dev.keystead.core.spi;

import java.util.List;

/** An open storage. Safe for use by many threads. */
public interface Storage extends AutoCloseable {
    CredentialRepository repository();

    StorageMaintenance maintenance();

    /**
     * Returns if the storage answers, within a few seconds (S-95).
     *
     * @throws StorageUnavailableException if it does not
     */
    void ping();

    /**
     * Brings the storage's schema up to date; does nothing if it is (S-96).
     *
     * @return what was done, one line a step, for the operator; empty if there was nothing to do
     * @throws dev.keystead.core.domain.InvalidValueException if the configuration is wrong, such as a user who may not change the schema
     * @throws StorageUnavailableException if the storage is out of reach
     */
    List<String> migrate();

    /**
     * What {@link #migrate} would do now, without doing it (S-99). A storage without a schema leaves it at this default.
     *
     * @return one line a step, for the operator; empty if the schema is up to date
     * @throws StorageUnavailableException if the storage is out of reach
     */
    default List<String> pendingMigrations() {
        return List.of();
    }

    /**
     * Releases everything; what was committed stays. Calling it again does nothing (S-97). From now on every call, to the repository and the
     * maintenance too, throws a {@link StorageUnavailableException} whose outcome is known (S-98).
     */
    @Override
    void close();
}
