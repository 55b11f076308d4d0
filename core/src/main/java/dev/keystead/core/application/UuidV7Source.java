package dev.keystead.core.application;

import dev.keystead.core.spi.IdSource;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 with a 12-bit counter behind the millisecond (RFC 9562, 6.2, method 1): the counter is seeded at random below its half at
 * each new millisecond and, when it runs over, borrows from the next one.
 */
final class UuidV7Source implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_END = 1 << COUNTER_BITS;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_62 = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis = -1;
    private int counter;

    UuidV7Source(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        long low = VARIANT | (random.nextLong() & RANDOM_62);
        return new UUID(high(), low).toString();
    }

    private synchronized long high() {
        long now = clock.millis();
        counter++;
        if (now > millis) {
            millis = now;
            counter = random.nextInt(COUNTER_END / 2);
        } else if (counter == COUNTER_END) {
            millis++;
            counter = 0;
        }
        return (millis << 16) | VERSION_7 | counter;
    }
}
