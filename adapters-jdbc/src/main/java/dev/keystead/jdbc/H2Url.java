package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The URL of an H2 database in this process, with the settings that we need in the place of those that contradict them. A user and
 * password that stand in it are taken out.
 *
 * <p>Source: H2, "Database URL overview" and {@code ConnectionInfo}.
 */
final class H2Url {
    static final String PREFIX = "jdbc:h2:";
    private static final String MEMORY = PREFIX + "mem:";
    private static final String SETTING_SEPARATOR = "(?<!\\\\);"; // a backslash quotes it

    /** What we stand on, whatever the URL says. */
    private static final Map<String, String> ENFORCED = Map.of(
            "WRITE_DELAY", "0",
            "DB_CLOSE_ON_EXIT", "FALSE", // or H2's own shutdown hook closes it while requests still run
            "MODE", "REGULAR",
            "IGNORECASE", "FALSE");

    /** The same for a file. */
    private static final Map<String, String> ENFORCED_ON_FILES = Map.of(
            // While it is opened nothing is written over and nothing cut off; then H2File says what may be.
            "REUSE_SPACE", "FALSE",
            "RETENTION_TIME", "3600000",
            "DB_CLOSE_DELAY", "0"); // a file is free for others once the storage is closed

    private static final Map<String, String> DEFAULTS = Map.of(
            "LOCK_TIMEOUT", "1000",
            // More than there are statements, so that each connection parses a statement once.
            "QUERY_CACHE_SIZE", "64",
            // H2's own trace, on standard output and in a file beside the database, repeats what is reported anyway.
            "TRACE_LEVEL_FILE", "0",
            "TRACE_LEVEL_SYSTEM_OUT", "0");

    private final String database;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private H2Url(String database) {
        this.database = database;
    }

    /**
     * Reads a URL.
     *
     * @throws InvalidValueException if it is not one of an H2 database that can be opened in this process; the message does not repeat it
     */
    static H2Url parse(String url) {
        String[] parts = url.split(SETTING_SEPARATOR, -1);
        String database = parts[0];
        if (!database.startsWith(PREFIX)
                || database.startsWith(PREFIX + "tcp:")
                || database.startsWith(PREFIX + "ssl:")) {
            throw new InvalidValueException("the storage URL is not supported: " + Dialect.SUPPORTED + " are");
        }
        // An unnamed database in memory would be another one for each connection.
        H2Url parsed = new H2Url(database.equals(MEMORY) ? MEMORY + UUID.randomUUID() : database);
        for (int i = 1; i < parts.length; i++) {
            parsed.read(parts[i]);
        }
        if (!parsed.settings.getOrDefault("AUTO_SERVER", "FALSE").equalsIgnoreCase("FALSE")) {
            throw new InvalidValueException("AUTO_SERVER is not supported: an H2 file belongs to one process");
        }
        return parsed;
    }

    private void read(String setting) {
        int equals = setting.indexOf('=');
        if (equals > 0) {
            settings.put(setting.substring(0, equals).strip().toUpperCase(Locale.ROOT), setting.substring(equals + 1));
        } else if (!setting.isBlank()) {
            throw new InvalidValueException("the storage URL has a setting without a value");
        }
    }

    /** Removes a setting. */
    Optional<String> take(String setting) {
        return Optional.ofNullable(settings.remove(setting));
    }

    /** The URL to connect with. */
    String effective() {
        Map<String, String> effective = new LinkedHashMap<>(DEFAULTS);
        effective.putAll(settings);
        effective.remove("REUSE_SPACE"); // in memory there is none
        effective.putAll(ENFORCED);
        if (!database.startsWith(MEMORY)) {
            effective.putAll(ENFORCED_ON_FILES);
        }
        return database
                + effective.entrySet().stream()
                        .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
