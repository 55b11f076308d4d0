package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the keys from a file and looks at it again when keys are asked for, every 5 seconds at the most. It compares the content, not
 * the times of the file, so that no replacement is missed. A file that became unreadable or bad is logged, once, and the keys in use
 * stay.
 */
final class FileKeySource implements KeySource {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(FileKeySource.class);
    private static final byte[] NOTHING = {};

    private final Path file;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private byte[] content;
    private volatile Instant lastLook;
    private volatile VerificationKeys keys;

    /**
     * Reads the file for the first time.
     *
     * @throws InvalidValueException if it cannot be read, if it has a key that must not be used, or none that can
     */
    FileKeySource(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.lastLook = clock.instant();
        try {
            this.content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidValueException(file + " cannot be read");
        }
        this.keys = parse(content);
    }

    @Override
    public VerificationKeys current() {
        Instant now = clock.instant();
        if (isDue(now) && reading.tryLock()) { // one thread reads, the others go on with what there is
            try {
                lastLook = now;
                look();
            } finally {
                reading.unlock();
            }
        }
        return keys;
    }

    /** After the interval, and at once if the clock was set back, for then nobody knows how long ago the last look was. */
    private boolean isDue(Instant now) {
        return !now.isBefore(lastLook.plus(INTERVAL)) || now.isBefore(lastLook);
    }

    private void look() {
        byte[] found = NOTHING;
        try {
            found = Files.readAllBytes(file);
            if (!Arrays.equals(found, content)) {
                keys = parse(found);
                LOG.info("token keys read again from {}", file);
            }
        } catch (IOException e) {
            if (content.length > 0) {
                LOG.error("{} cannot be read; the token keys in use stay", file);
            }
        } catch (InvalidValueException e) {
            LOG.error("{}; the token keys in use stay", e.getMessage());
        }
        content = found;
    }

    private VerificationKeys parse(byte[] json) {
        try {
            PublicJwkSet set = PublicJwkSet.parse(json);
            if (!set.refused().isEmpty()) {
                throw new InvalidValueException(String.join("; ", set.refused()));
            }
            if (set.keys().isEmpty()) {
                throw new InvalidValueException("it has no key that can verify a token");
            }
            return set.keys();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(file + " is not a set of public token keys: " + e.getMessage());
        }
    }
}
