package dev.keystead.app.acceptance;

import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;

/** The storages that every rule is tested on. */
public enum StorageKind {
    MEMORY {
        @Override
        public Storage open(Path folder) {
            return new InMemoryStorage();
        }
    },
    H2_FILE {
        @Override
        public Storage open(Path folder) {
            return jdbc("jdbc:h2:file:" + folder.resolve("keystead"));
        }
    },
    H2_MEMORY {
        @Override
        public Storage open(Path folder) {
            return jdbc("jdbc:h2:mem:");
        }
    },
    POSTGRES {
        @Override
        public Storage open(Path folder) {
            return jdbc(Postgres.newSchema());
        }
    };

    private static Storage jdbc(String url) {
        return new JdbcStorageProvider().open(StorageConfig.of(url));
    }

    /** Opens the storage; one that keeps files has them in the folder, and finds them there again. */
    public abstract Storage open(Path folder);
}
