package dev.keystead.inmemory;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;

/** Opens {@code memory:}, a new and empty storage each time. User, password, pool size and sync mean nothing to it. */
public final class InMemoryStorageProvider implements StorageProvider {
    private static final String SCHEME = "memory";

    /** For {@link java.util.ServiceLoader}. */
    public InMemoryStorageProvider() {}

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Storage open(StorageConfig config) {
        if (!config.url().equals(SCHEME + ":")) {
            throw new InvalidValueException("must be memory: with nothing behind the colon");
        }
        return new InMemoryStorage();
    }
}
