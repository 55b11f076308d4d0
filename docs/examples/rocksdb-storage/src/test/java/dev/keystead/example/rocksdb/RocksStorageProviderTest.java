package dev.keystead.example.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksStorageProviderTest {
    private final StorageProvider provider = new RocksStorageProvider();

    @TempDir
    private Path folder;

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StorageProvider.class))
                .singleElement()
                .isInstanceOf(RocksStorageProvider.class)
                .extracting(StorageProvider::scheme)
                .isEqualTo("rocksdb");
    }

    @Test
    void refusesAUrlWithoutAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> open("rocksdb:"));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> open("rocksdb:" + file));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> open("rocksdb:\0"));
    }

    @Test
    void saysThatTheFolderIsInUse() {
        try (Storage first = open("rocksdb:" + folder)) {
            first.migrate();

            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> open("rocksdb:" + folder))
                    .withMessage("the folder is in use already");
        }
    }

    @Test
    void saysThatTheFolderHoldsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("CURRENT"), "MANIFEST-nonsense");

        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> open("rocksdb:" + folder))
                .withMessage("the folder holds no readable database");
    }

    @Test
    void refusesAFolderOfALaterLayout() {
        try (Database database = Database.open(folder, false)) {
            database.write(batch -> {
                batch.put(Keys.layout(), new byte[] {99});
                return true;
            });
        }

        try (Storage storage = open("rocksdb:" + folder)) {
            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(storage::migrate)
                    .withMessageContaining("a later version");
        }
    }

    private Storage open(String url) {
        return provider.open(StorageConfig.of(url));
    }
}
