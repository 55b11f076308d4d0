package dev.keystead.app.wiring;

import dev.keystead.core.domain.KeysteadException;
import dev.keystead.core.spi.StorageMaintenance;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired receipts while a server runs, a small batch at a time: each is a transaction of its own, and the connection is free
 * between them. Several servers on one storage do not disturb each other. Safe for use by many threads.
 */
final class ReceiptExpiry implements AutoCloseable {
    static final int BATCH = 500;
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMinutes(10));
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptExpiry.class);

    private final StorageMaintenance maintenance;
    private final Clock clock;
    private final Pace pace;
    private final RandomGenerator random = new SecureRandom();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::runUntilClosed, "receipt-expiry");

    ReceiptExpiry(StorageMaintenance maintenance, Clock clock, Pace pace) {
        this.maintenance = maintenance;
        this.clock = clock;
        this.pace = pace;
    }

    /** Begins soon, and goes on until it is closed. */
    static ReceiptExpiry start(StorageMaintenance maintenance, Clock clock) {
        ReceiptExpiry expiry = new ReceiptExpiry(maintenance, clock, PACE);
        expiry.start();
        return expiry;
    }

    void start() {
        thread.start();
    }

    /** Removes one batch, and says how long to wait for the next. A failure is logged, and no reason to stop. */
    Duration runOnce() {
        try {
            int removed = maintenance.expireReceipts(clock.instant(), BATCH);
            return removed < BATCH ? jittered(pace.period()) : pace.pause();
        } catch (KeysteadException failure) {
            LOG.warn("expired receipts stay until the next run: {}", failure.getMessage());
            return jittered(pace.period());
        } catch (RuntimeException | LinkageError failure) {
            // Of an adapter that may be anybody's: its text may quote values.
            LOG.warn(
                    "expired receipts stay until the next run: {}",
                    failure.getClass().getName());
            return jittered(pace.period());
        }
    }

    /**
     * Lets a batch that runs end, so that no transaction is left behind, and begins no other. The thread is not interrupted: H2 closes its
     * file when a thread that reads it is.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LONGEST_BATCH.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("a batch of expired receipts is still being removed");
        }
    }

    private void runUntilClosed() {
        try {
            Duration delay = jittered(pace.first());
            while (!closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                delay = runOnce();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // by nobody that we know: it ends
        }
    }

    /** Half to one and a half times as long, so that servers that were started together spread out. */
    private Duration jittered(Duration delay) {
        return delay.dividedBy(2).plusMillis(random.nextLong(delay.toMillis() + 1));
    }

    /**
     * When batches are removed.
     *
     * @param first after the start
     * @param pause between the batches of a backlog
     * @param period once there is no more
     */
    record Pace(Duration first, Duration pause, Duration period) {}
}
