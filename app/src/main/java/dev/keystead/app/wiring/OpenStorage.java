package dev.keystead.app.wiring;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.StorageOptions;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jose.KeySet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a storage, migrates it, and makes sure that the key set fits what is stored. */
public final class OpenStorage {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStorage.class);

    private OpenStorage() {}

    /**
     * Opens the storage, does the work and closes it; whoever needs the schema migrates it.
     *
     * @throws ConfigurationException if the options are wrong
     * @throws StartException if the storage is out of reach, held by another process, or lost on the way
     */
    public static <R> R use(StorageOptions options, Clock clock, Function<Storage, R> work) {
        try (Storage storage = open(options, clock)) {
            return work.apply(storage);
        } catch (StorageUnavailableException lost) {
            throw unavailable(options, lost);
        }
    }

    /**
     * Opens the storage; the caller closes it.
     *
     * @throws ConfigurationException if the options are wrong
     * @throws StartException if the storage is out of reach, or held by another process
     */
    static Storage open(StorageOptions options, Clock clock) {
        try {
            return StorageProviders.forUrl(options.url()).open(options.toConfig(clock));
        } catch (InvalidValueException wrong) {
            throw new ConfigurationException(List.of("storage " + options.shownUrl() + ": " + wrong.getMessage()));
        } catch (StorageUnavailableException lost) {
            throw unavailable(options, lost);
        }
    }

    /** Brings the schema up to date, if the options say so. */
    public static void migrate(Storage storage, StorageOptions options) {
        if (options.migrate()) {
            try {
                storage.migrate().forEach(step -> LOG.info("storage: {}", step));
            } catch (StorageUnavailableException lost) {
                throw unavailable(options, lost);
            }
        }
    }

    /**
     * Makes sure that every stored secret can be opened.
     *
     * @throws ConfigurationException naming each key that is missing
     */
    static void requireKeysOf(Storage storage, StorageOptions options, KeySet keys, Path file) {
        try {
            Map<String, Long> missing = new TreeMap<>(storage.maintenance().countByKeyId());
            missing.keySet().removeAll(keys.keyIds());
            if (!missing.isEmpty()) {
                throw new ConfigurationException(missing.entrySet().stream()
                        .map(key -> "the key set " + file + " lacks the key " + key.getKey() + ", under which "
                                + key.getValue() + " stored secrets are sealed")
                        .toList());
            }
        } catch (StorageUnavailableException lost) {
            throw unavailable(options, lost);
        }
    }

    private static StartException unavailable(StorageOptions options, StorageUnavailableException lost) {
        return new StartException("storage " + options.shownUrl() + ": " + lost.getMessage(), lost);
    }
}
