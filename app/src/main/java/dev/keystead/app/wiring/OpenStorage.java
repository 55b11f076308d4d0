package dev.keystead.app.wiring;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.OperatorException;
import dev.keystead.app.config.StorageOptions;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageProvider;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jose.KeySet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
     * @throws StartException if the storage is out of reach, held by another process, or lost on the way, or its provider fails
     */
    public static <R> R use(StorageOptions options, Clock clock, Function<Storage, R> work) {
        return attempt(options, () -> {
            try (Storage storage = open(options, clock)) {
                return work.apply(storage);
            }
        });
    }

    /**
     * Opens the storage; the caller closes it.
     *
     * @throws ConfigurationException if the options are wrong
     * @throws StartException if the storage is out of reach, or held by another process, or its provider fails
     */
    static Storage open(StorageOptions options, Clock clock) {
        StorageProvider provider = StorageProviders.forUrl(options.url());
        return attempt(options, () -> provider.open(options.toConfig(clock)));
    }

    /** Brings the schema up to date, if the options say so. */
    public static void migrate(Storage storage, StorageOptions options) {
        if (options.migrate()) {
            attempt(options, () -> List.copyOf(storage.migrate())).forEach(step -> LOG.info("storage: {}", step));
        }
    }

    /**
     * Makes sure that every stored secret can be opened.
     *
     * @throws ConfigurationException naming each key that is missing
     */
    static void requireKeysOf(Storage storage, StorageOptions options, KeySet keys, Path file) {
        Map<String, Long> missing =
                attempt(options, () -> new TreeMap<>(storage.maintenance().countByKeyId()));
        missing.keySet().removeAll(keys.keyIds());
        if (!missing.isEmpty()) {
            throw new ConfigurationException(missing.entrySet().stream()
                    .map(key -> "the key set " + file + " lacks the key " + key.getKey() + ", under which "
                            + key.getValue() + " stored secrets are sealed")
                    .toList());
        }
    }

    /** Calls an adapter, which may be anybody's: what it does beyond its contract is told by the failure's class alone. */
    static <R> R attempt(StorageOptions options, Supplier<R> call) {
        try {
            return Objects.requireNonNull(call.get(), "null from a storage");
        } catch (OperatorException told) {
            throw told;
        } catch (InvalidValueException wrong) {
            throw new ConfigurationException(List.of("storage " + options.shownUrl() + ": " + wrong.getMessage()));
        } catch (StorageUnavailableException lost) {
            throw failure(options, String.valueOf(lost.getMessage()), lost);
        } catch (NoClassDefFoundError incomplete) {
            throw failure(options, "a class is missing on the class path: " + incomplete.getMessage(), incomplete);
        } catch (RuntimeException | Error broken) {
            throw failure(options, "its provider failed: " + broken.getClass().getName(), broken);
        }
    }

    private static StartException failure(StorageOptions options, String reason, Throwable cause) {
        LOG.debug("storage {}", options.shownUrl(), cause);
        return new StartException("storage " + options.shownUrl() + ": " + reason, cause);
    }
}
