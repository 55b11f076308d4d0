package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a publication as they were last loaded. They stay through an outage; a set that is broken, or has no key that can verify a
 * token, is an outage too. The log tells changes, refused keys and the begin and end of outages, one line each. {@link #load} is for one
 * thread at a time, the rest for many.
 */
final class PublishedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final KeyPublication publication;
    private final Clock clock;
    private final Duration maxOutage;
    private byte @Nullable [] content;
    private volatile State state = new State(null, Instant.MIN, Instant.MIN, false);

    PublishedKeys(KeyPublication publication, Clock clock, Duration maxOutage) {
        this.publication = publication;
        this.clock = clock;
        this.maxOutage = maxOutage;
    }

    /** Fetches the set. Keys that did not change stay the same object. Failures are logged, not thrown. */
    void load() {
        Instant asked = clock.instant();
        try {
            byte[] found = publication.fetch().content();
            VerificationKeys keys = keysOf(found);
            content = found;
            reached(keys, asked);
        } catch (FetchException e) {
            missed(e.getMessage());
        } catch (InvalidValueException e) {
            missed(e.getMessage());
        } catch (RuntimeException e) {
            missed(e.getClass().getName()); // nobody thought of it; its words may repeat what was received
        }
    }

    /** The keys; empty if none were ever loaded, or if that is too long ago. */
    Optional<VerificationKeys> at(Instant now) {
        State last = state;
        return now.isBefore(last.confirmed.plus(maxOutage)) ? Optional.ofNullable(last.keys) : Optional.empty();
    }

    /** True if the last attempt to load them failed. */
    boolean isOutage() {
        return state.outage;
    }

    /** True if no attempt to load them ended within the time; or if the clock was set back, for then nobody knows. */
    boolean isOlderThan(Duration age, Instant now) {
        Instant attempted = state.attempted;
        return !now.isBefore(attempted.plus(age)) || now.isBefore(attempted);
    }

    private VerificationKeys keysOf(byte[] found) {
        VerificationKeys before = state.keys;
        if (before != null && Arrays.equals(found, content)) {
            return before;
        }
        PublicJwkSet set = PublicJwkSet.parseUsable(found);
        String refused = String.join("; ", set.refused());
        LOG.info("token keys loaded from {}: {}", publication, set.keys().size());
        if (!refused.isEmpty()) {
            LOG.warn("of the token keys at {}, {}", publication, refused);
        }
        return set.keys();
    }

    private void reached(VerificationKeys keys, Instant asked) {
        if (state.outage) {
            LOG.info("the token keys at {} are in reach again", publication);
        }
        state = new State(keys, asked, clock.instant(), false);
    }

    private void missed(String reason) {
        State last = state;
        if (Thread.currentThread().isInterrupted()) {
            return; // closed, and no outage
        }
        if (!last.outage) {
            String consequence = last.keys == null
                    ? "tokens cannot be verified until they are"
                    : "those in use stay until " + last.confirmed.plus(maxOutage);
            LOG.error("the token keys at {} are out of reach: {}; {}", publication, reason, consequence);
        }
        state = new State(last.keys, last.confirmed, clock.instant(), true);
    }

    /**
     * What is known.
     *
     * @param keys null while none were ever loaded
     * @param confirmed when they were last asked for with success
     * @param attempted when the last attempt ended
     * @param outage whether it failed
     */
    private record State(@Nullable VerificationKeys keys, Instant confirmed, Instant attempted, boolean outage) {}
}
