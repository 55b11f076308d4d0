package dev.keystead.example.rocksdb;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;

/** One open database. */
final class RocksStorage implements Storage {
    private final Database database;
    private final CredentialRepository repository;
    private final StorageMaintenance maintenance;

    RocksStorage(Database database) {
        this.database = database;
        this.repository = new RocksRepository(database);
        this.maintenance = new RocksMaintenance(database);
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
        database.read(view -> Layout.of(view));
    }

    @Override
    public List<String> migrate() {
        return database.write(Layout::bringUpToDate);
    }

    @Override
    public void close() {
        database.close();
    }
}
