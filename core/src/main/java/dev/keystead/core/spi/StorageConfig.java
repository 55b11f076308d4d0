package dev.keystead.core.spi;

import java.time.Clock;
import java.util.Optional;

/**
 * How a storage is opened.
 *
 * @param url where it is; the part before the first colon chose the provider
 * @param user who connects
 * @param password with what; never shown
 * @param poolSize how many connections at the most; positive
 * @param sync when a commit counts as done
 * @param clock the time
 */
public record StorageConfig(
        String url, Optional<String> user, Optional<String> password, int poolSize, Sync sync, Clock clock) {

    public StorageConfig {
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize must be positive");
        }
    }

    /** An embedded storage without a user, with the defaults of the server. */
    public static StorageConfig of(String url) {
        return new StorageConfig(url, Optional.empty(), Optional.empty(), 10, Sync.COMMIT, Clock.systemUTC());
    }

    /** Keeps the password, and the URL that may hold one, out of logs. */
    @Override
    public String toString() {
        return "StorageConfig[poolSize=" + poolSize + ", sync=" + sync + "]";
    }

    /** When a commit to an embedded storage counts as done. */
    public enum Sync {
        /** When the operating system has it: it survives the death of the process. */
        COMMIT,
        /** When the disk has it: it survives a power cut. */
        ALWAYS
    }
}
