package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a file that is looked at again when they are asked for. It compares the content, not the times of the file, so that no
 * replacement is missed. A file that became unreadable or bad is logged, once, and the keys in use stay. Safe for use by many threads.
 */
final class WatchedFile<T> {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final String what;
    private final Path file;
    private final Format<T> format;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private Optional<byte[]> content;
    private Optional<String> problem = Optional.empty();
    private Instant lastUrgentLook = Instant.MIN;
    private volatile Instant lastLook;
    private volatile T keys;

    /**
     * Reads the file for the first time.
     *
     * @param what the keys, for the log
     * @throws InvalidValueException if it cannot be read or is bad
     */
    WatchedFile(String what, Path file, Format<T> format, Clock clock) {
        this.what = what;
        this.file = file;
        this.format = format;
        this.clock = clock;
        this.lastLook = clock.instant();
        byte[] first = format.reader().apply(file);
        this.keys = format.parser().apply(first);
        this.content = Optional.of(first);
    }

    /** The keys; the file is looked at every 5 seconds at the most. */
    T current() {
        if (isDue(lastLook, INTERVAL) && looking.tryLock()) { // one thread reads, the others go on with what there is
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return keys;
    }

    /** The keys for one who misses one of them: the file is looked at now, once a second at the most. */
    T latest() {
        looking.lock();
        try {
            if (isDue(lastUrgentLook, SHORTEST_INTERVAL)) {
                lastUrgentLook = clock.instant();
                look();
            }
            return keys;
        } finally {
            looking.unlock();
        }
    }

    /** After the interval, and at once if the clock was set back, for then nobody knows how long ago the last look was. */
    private boolean isDue(Instant last, Duration interval) {
        Instant now = clock.instant();
        return !now.isBefore(last.plus(interval)) || now.isBefore(last);
    }

    private void look() {
        lastLook = clock.instant();
        try {
            take(format.reader().apply(file));
        } catch (InvalidValueException unreadable) {
            content = Optional.empty();
            complain(String.valueOf(unreadable.getMessage()));
        }
    }

    private void take(byte[] found) {
        if (content.filter(known -> Arrays.equals(known, found)).isPresent()) {
            return;
        }
        content = Optional.of(found);
        problem = Optional.empty();
        try {
            keys = format.parser().apply(found);
            LOG.info("{} read again from {}", what, file);
        } catch (InvalidValueException bad) {
            complain(String.valueOf(bad.getMessage()));
        }
    }

    private void complain(String reason) {
        if (problem.filter(reason::equals).isEmpty()) {
            LOG.error("{}; the {} in use stay", reason, what);
        }
        problem = Optional.of(reason);
    }

    /**
     * How such a file is read. Both parts throw an {@link InvalidValueException}, whose message is one line that names the file and holds
     * no key.
     *
     * @param reader finds out whether it may be read, and reads it
     * @param parser makes keys of the content
     */
    record Format<T>(Function<Path, byte[]> reader, Function<byte[], T> parser) {}
}
