package dev.keystead.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * When a key set was changed last. Servers read it again within 10 seconds; until then they may seal with a key that is not the first any
 * more.
 *
 * @param time of the change
 * @param clock the time now
 */
record LastChange(Instant time, Clock clock) {
    /** The ten seconds, and some for a request that has sealed and not yet stored. */
    static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(15);

    static LastChange of(Path file, Clock clock) {
        try {
            return new LastChange(Files.getLastModifiedTime(file).toInstant(), clock);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Duration age() {
        return Duration.between(time, clock.instant());
    }

    /** How long it may still take until all servers have read it; never longer, whatever the clocks say. */
    Duration untilAllKnow() {
        Duration rest = UNTIL_ALL_KNOW.minus(age());
        if (rest.isNegative()) {
            return Duration.ZERO;
        }
        return rest.compareTo(UNTIL_ALL_KNOW) > 0 ? UNTIL_ALL_KNOW : rest;
    }

    /** Waits until all servers have read it, and says so. */
    void awaitReaders(PrintStream log) {
        Duration rest = untilAllKnow();
        if (!rest.isZero()) {
            log.println("the key set has just been changed: waiting " + (rest.toSeconds() + 1)
                    + " s, until every server has read it");
            long end = System.nanoTime() + rest.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
    }
}
