package dev.keystead.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keystead.core.domain.Subject;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each subject that was seen lately, without a lock. A bucket that was left alone for longer than it takes to fill is
 * forgotten: a new one is as full. Sooner than that one is forgotten only where more subjects than the bound are at it within those
 * seconds, and then the least frequent first, not the one that asks too much; each bucket takes some 300 bytes.
 */
final class SubjectBuckets implements RateLimit {
    private static final int SECONDS_OF_BURST = 2;
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(2 * SECONDS_OF_BURST);
    private static final long NANOS_OF_SECOND = Duration.ofSeconds(1).toNanos();

    private final Cache<Subject, Bucket> buckets;
    private final int perSecond;
    private final TimeMeter time;

    SubjectBuckets(int perSecond, int maxSubjects, TimeMeter time) {
        this.perSecond = perSecond;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxSubjects)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(time::currentTimeNanos)
                .build();
    }

    @Override
    public void count(Subject subject) {
        ConsumptionProbe probe = buckets.get(subject, unknown -> fullBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ProblemException(
                    Problem.of(Problem.Type.TOO_MANY_REQUESTS, "at most " + perSecond + " requests a second")
                            .with("Retry-After", Long.toString(wholeSeconds(probe.getNanosToWaitForRefill()))));
        }
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity((long) SECONDS_OF_BURST * perSecond)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: the header knows no fractions, and who comes too early is refused again. */
    private static long wholeSeconds(long nanos) {
        return Math.max(1, -Math.floorDiv(-nanos, NANOS_OF_SECOND));
    }
}
