package dev.keystead.app.wiring;

import dev.keystead.core.Keystead;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is stored under other keys anew while a server runs: at the start, when another key seals than before, and again soon after,
 * since another server may have sealed with the old key until it read the key set again. Several servers on one storage do not disturb
 * each other. Safe for use by many threads.
 */
final class Resealing implements AutoCloseable {
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(100), 5, 200);
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final StorageMaintenance maintenance;
    private final SecretSealer sealer;
    private final Pace pace;
    private final Jitter jitter = new Jitter();
    private final BackgroundWork work;
    private final AtomicLong left = new AtomicLong();
    private String keyId = "";
    private long hopeless;
    private int rest;

    Resealing(StorageMaintenance maintenance, SecretSealer sealer, Pace pace) {
        this.maintenance = maintenance;
        this.sealer = sealer;
        this.pace = pace;
        this.work = new BackgroundWork("resealing", jitter.around(pace.first()), this::runOnce);
    }

    /** Begins soon, and goes on until it is closed. */
    static Resealing start(StorageMaintenance maintenance, SecretSealer sealer) {
        Resealing resealing = new Resealing(maintenance, sealer, PACE);
        resealing.start();
        return resealing;
    }

    void start() {
        work.start();
    }

    /** Looks which key seals, and seals anew if it is time. A failure is logged, and no reason to stop. */
    Duration runOnce(Closing closing) {
        try {
            look(closing);
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("sealing anew goes on later: {}", BackgroundWork.reason(failure));
            rest = pace.soon();
        }
        return jitter.around(pace.look());
    }

    private void look(Closing closing) {
        String sealing = sealer.sealingKeyId();
        boolean changed = !sealing.equals(keyId);
        if (changed) {
            keyId = sealing;
            hopeless = 0;
            rest = 0;
        }
        rest--;
        if (rest > 0) {
            return;
        }
        long others = countUnderOthers();
        left.set(others);
        boolean more = others > 0 && others != hopeless;
        if (more) {
            hopeless = new ResealPass(closing, pace.pause(), left)
                    .over(Keystead.resealing(maintenance, sealer), keyId, others);
        }
        rest = changed || more ? pace.soon() : pace.seldom();
    }

    /** How many stored secrets are under other keys than the one that seals, when they were last counted and less what was done since. */
    long left() {
        return left.get();
    }

    private long countUnderOthers() {
        return maintenance.countByKeyId().entrySet().stream()
                .filter(count -> !count.getKey().equals(keyId))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Lets the value that is being sealed be stored, and begins no other. */
    @Override
    public void close() {
        work.close();
    }

    /**
     * When it looks and works.
     *
     * @param first after the start
     * @param look how often to look which key seals
     * @param pause between two batches
     * @param soon after how many looks to count again once there was something to do
     * @param seldom after how many otherwise
     */
    record Pace(Duration first, Duration look, Duration pause, int soon, int seldom) {}
}
