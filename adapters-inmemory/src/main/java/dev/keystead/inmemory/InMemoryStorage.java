package dev.keystead.inmemory;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;

/**
 * Keeps everything in the memory of this process, each instance for itself, and forgets it when closed. Exact otherwise: it passes the
 * conformance kit. Safe for use by many threads: commits are made one after the other, reads run side by side.
 */
public final class InMemoryStorage implements Storage {
    private final Guard guard = new Guard();
    private final CredentialRepository repository;
    private final StorageMaintenance maintenance;

    /** A new, empty storage that needs no migration. */
    public InMemoryStorage() {
        Organisations organisations = new Organisations();
        this.repository = new InMemoryRepository(guard, organisations);
        this.maintenance = new InMemoryMaintenance(guard, organisations);
    }

    @Override
    public CredentialRepository repository() {
        return repository;
    }

    @Override
    public StorageMaintenance maintenance() {
        return maintenance;
    }

    @Override
    public void ping() {
        guard.requireOpen();
    }

    @Override
    public List<String> migrate() {
        guard.requireOpen();
        return List.of();
    }

    /** From now on every call throws {@link dev.keystead.core.spi.StorageUnavailableException}. */
    @Override
    public void close() {
        guard.close();
    }
}
