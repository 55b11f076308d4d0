package dev.keystead.app.config;

import dev.keystead.core.spi.StorageConfig;
import java.time.Clock;
import java.util.Optional;

/**
 * Where credentials are kept.
 *
 * @param url the part before the first colon chooses the provider
 * @param user who connects
 * @param password with what
 * @param poolSize how many connections at the most
 * @param migrate whether to bring the schema up to date at start
 * @param sync when a commit counts as done
 */
public record StorageOptions(
        String url,
        Optional<String> user,
        Optional<String> password,
        int poolSize,
        boolean migrate,
        StorageConfig.Sync sync) {
    private static final int MAX_POOL_SIZE = 1_000;

    /**
     * Reads the configuration of a command that works on the storage alone; what else the environment and the file say is passed over.
     *
     * @throws ConfigurationException with everything that is wrong
     */
    public static StorageOptions read(Sources sources) {
        Problems problems = new Problems();
        Settings settings =
                SettingsReader.amongOthers(Option.OF_STORAGE_COMMANDS, problems).read(sources);
        StorageOptions options = from(settings, problems);
        problems.throwIfAny();
        return options;
    }

    static StorageOptions from(Settings settings, Problems problems) {
        settings.given(Option.STORAGE_URL)
                .filter(url -> url.origin().equals(url.key().flag()) && StorageUrl.holdsPassword(url.value()))
                .ifPresent(url -> problems.add("--storage-url must not hold a password, which every user of the machine"
                        + " could see: use KEYSTEAD_STORAGE_PASSWORD or storage-password-file"));
        return new StorageOptions(
                settings.required(Option.STORAGE_URL),
                settings.text(Option.STORAGE_USER),
                settings.text(Option.STORAGE_PASSWORD),
                settings.number(Option.STORAGE_POOL_SIZE, 1, MAX_POOL_SIZE),
                settings.oneOf(Option.STORAGE_MIGRATE, "true", "false").equals("true"),
                settings.oneOf(Option.STORAGE_SYNC, "commit", "always").equals("always")
                        ? StorageConfig.Sync.ALWAYS
                        : StorageConfig.Sync.COMMIT);
    }

    /** The same storage, elsewhere. */
    StorageOptions at(String otherUrl) {
        return new StorageOptions(otherUrl, user, password, poolSize, migrate, sync);
    }

    /** Whether the storage is one of this process alone, in which there is nothing yet. */
    public boolean isOfThisProcess() {
        return url.startsWith("memory:") || url.equals("jdbc:h2:mem:");
    }

    /** What the provider is told. */
    public StorageConfig toConfig(Clock clock) {
        return new StorageConfig(url, user, password, poolSize, sync, clock);
    }

    /** The URL as it may be shown. */
    public String shownUrl() {
        return StorageUrl.redacted(url);
    }

    @Override
    public String toString() {
        return "StorageOptions[url=" + shownUrl() + "]";
    }
}
