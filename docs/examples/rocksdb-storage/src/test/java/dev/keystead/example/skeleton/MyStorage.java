package dev.keystead.example.skeleton;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;

final class MyStorage implements Storage {
    @Override
    public CredentialRepository repository() {
        return new MyRepository();
    }

    @Override
    public StorageMaintenance maintenance() {
        return new MyMaintenance();
    }

    @Override
    public void ping() {
        throw new UnsupportedOperationException("ping");
    }

    @Override
    public List<String> migrate() {
        throw new UnsupportedOperationException("migrate");
    }

    @Override
    public void close() {}
}
