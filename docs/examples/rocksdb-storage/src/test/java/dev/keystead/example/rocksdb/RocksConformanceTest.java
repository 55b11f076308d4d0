package dev.keystead.example.rocksdb;

import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.tck.CredentialRepositoryTck;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class RocksConformanceTest extends CredentialRepositoryTck {
    @TempDir
    Path directory;

    private final Map<Storage, String> urls = new HashMap<>();

    @Override
    protected Storage openStorage() {
        return open("rocksdb:" + directory.resolve("storage-" + urls.size()));
    }

    @Override
    protected Storage reopen(Storage closed) {
        return open(urls.get(closed));
    }

    private Storage open(String url) {
        Storage storage = new RocksStorageProvider().open(StorageConfig.of(url));
        urls.put(storage, url);
        return storage;
    }
}
