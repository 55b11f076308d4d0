package dev.keystead.app.acceptance;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;

/** A storage that somebody else closes. */
record SharedStorage(Storage storage) implements Storage {

    @Override
    public CredentialRepository repository() {
        return storage.repository();
    }

    @Override
    public StorageMaintenance maintenance() {
        return storage.maintenance();
    }

    @Override
    public void ping() {
        storage.ping();
    }

    @Override
    public List<String> migrate() {
        return storage.migrate();
    }

    @Override
    public void close() {
        // Not ours.
    }
}
