package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens {@code rocksdb:FOLDER}; the folder is made if it is not there, and belongs to one process at a time. User, password and pool size
 * mean nothing to it.
 *
 * <p>What it promises: an acknowledged commit survives the death of the process, and a power cut too with
 * {@link StorageConfig.Sync#ALWAYS}, which waits for the disk at each commit.
 */
public final class RocksStorageProvider implements StorageProvider {
    private static final String SCHEME = "rocksdb";

    /** For {@link java.util.ServiceLoader}. */
    public RocksStorageProvider() {}

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Storage open(StorageConfig config) {
        Path folder = folder(config.url().substring(SCHEME.length() + 1));
        return new RocksStorage(Database.open(folder, config.sync() == StorageConfig.Sync.ALWAYS));
    }

    private static Path folder(String path) {
        try {
            if (path.isBlank() || (Files.exists(Path.of(path)) && !Files.isDirectory(Path.of(path)))) {
                throw new InvalidValueException("must be rocksdb: and the path of a folder");
            }
            return Files.createDirectories(Path.of(path));
        } catch (InvalidPathException e) {
            throw new InvalidValueException("must be rocksdb: and the path of a folder");
        } catch (IOException e) {
            throw new StorageUnavailableException("the folder cannot be made", e);
        }
    }
}
