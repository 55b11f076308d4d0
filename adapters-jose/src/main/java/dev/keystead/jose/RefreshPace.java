package dev.keystead.jose;

import java.time.Duration;

/**
 * When published keys are fetched, and for how long they are believed. A key that left the set stops working when the set is next
 * fetched: after {@code refresh} and a {@code tick} as a rule, and after {@code stale} and {@code patience} at the latest, unless the
 * set cannot be fetched.
 *
 * @param tick how often is looked whether a fetch is due; after a failure one always is
 * @param refresh how long after a fetch the next one is due
 * @param stale how long after a fetch, if none was made since, requests wait for the next one: after the process was suspended, say
 * @param outage how long keys are used that cannot be fetched again
 * @param lookup how often an unknown key id causes a fetch, beyond two at once
 * @param patience how long a request waits for a fetch
 */
record RefreshPace(
        Duration tick, Duration refresh, Duration stale, Duration outage, Duration lookup, Duration patience) {
    /** Keeps the promise that a key that left the set stops working within 60 seconds. */
    static final RefreshPace DEFAULT = new RefreshPace(
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(45),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3));
}
