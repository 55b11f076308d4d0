package dev.keystead.core.application;

import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Repeats a read-and-commit that another writer overtook: twenty attempts with a jittered pause between them, a second in all at the most. */
final class Retries {
    private static final int ATTEMPTS = 20;
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMillis(4);
    private static final int DOUBLINGS = 4;

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /** Runs the attempt until it is not overtaken; each must read afresh. */
    <R> R untilNotOvertaken(Supplier<R> attempt) {
        for (int failed = 0; failed < ATTEMPTS; failed++) {
            if (failed > 0) {
                pause(failed - 1);
            }
            try {
                return attempt.get();
            } catch (StaleVersionException overtaken) {
                // The next attempt meets the version that overtook this one.
            } catch (DuplicateException taken) {
                if (taken.of() == DuplicateException.Of.RECEIPT) {
                    throw taken;
                }
                // The next attempt has another id.
            }
        }
        throw new UnavailableException("other writers were faster, and nothing was changed: try again");
    }

    private void pause(int before) {
        LockSupport.parkNanos(random.nextLong(1, LONGEST_FIRST_PAUSE.toNanos() << Math.min(before, DOUBLINGS)));
    }
}
