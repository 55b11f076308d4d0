package dev.keystead.app.wiring;

import dev.keystead.core.spi.StorageMaintenance;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired receipts while a server runs, a small batch at a time: each is a transaction of its own, and the connection is free
 * between them. Several servers on one storage do not disturb each other. Safe for use by many threads.
 */
final class ReceiptExpiry implements AutoCloseable {
    static final int BATCH = 500;
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMinutes(10));
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptExpiry.class);

    private final StorageMaintenance maintenance;
    private final Clock clock;
    private final Pace pace;
    private final Jitter jitter = new Jitter();
    private final BackgroundWork work;

    ReceiptExpiry(StorageMaintenance maintenance, Clock clock, Pace pace) {
        this.maintenance = maintenance;
        this.clock = clock;
        this.pace = pace;
        this.work = new BackgroundWork("receipt-expiry", jitter.around(pace.first()), closing -> runOnce());
    }

    /** Begins soon, and goes on until it is closed. */
    static ReceiptExpiry start(StorageMaintenance maintenance, Clock clock) {
        ReceiptExpiry expiry = new ReceiptExpiry(maintenance, clock, PACE);
        expiry.start();
        return expiry;
    }

    void start() {
        work.start();
    }

    /** Removes one batch, and says how long to wait for the next. A failure is logged, and no reason to stop. */
    Duration runOnce() {
        try {
            int removed = maintenance.expireReceipts(clock.instant(), BATCH);
            return removed < BATCH ? jitter.around(pace.period()) : pace.pause();
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("expired receipts stay until the next run: {}", BackgroundWork.reason(failure));
            return jitter.around(pace.period());
        }
    }

    /** Lets a batch that runs end, and begins no other. */
    @Override
    public void close() {
        work.close();
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
