package dev.keystead.tck;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;

/** Passes everything on; a fault overrides what it breaks. */
class DelegatingStorage implements Storage {
    private final Storage sound;

    DelegatingStorage(Storage sound) {
        this.sound = sound;
    }

    @Override
    public CredentialRepository repository() {
        return sound.repository();
    }

    @Override
    public StorageMaintenance maintenance() {
        return sound.maintenance();
    }

    @Override
    public void ping() {
        sound.ping();
    }

    @Override
    public List<String> migrate() {
        return sound.migrate();
    }

    @Override
    public List<String> pendingMigrations() {
        return sound.pendingMigrations();
    }

    @Override
    public void close() {
        sound.close();
    }
}
