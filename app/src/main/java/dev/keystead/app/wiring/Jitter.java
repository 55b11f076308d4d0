package dev.keystead.app.wiring;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Spreads out what servers that were started together do. Safe for use by many threads. */
final class Jitter {
    private final RandomGenerator random = new SecureRandom();

    /** Half to one and a half times as long. */
    Duration around(Duration delay) {
        return delay.dividedBy(2).plusMillis(random.nextLong(delay.toMillis() + 1));
    }
}
