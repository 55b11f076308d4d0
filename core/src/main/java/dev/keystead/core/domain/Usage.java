package dev.keystead.core.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The last reported use of a credential.
 *
 * @param resources how many resources were seen through it; not negative
 * @param lastTime when, to the millisecond; empty while it was never used
 */
public record Usage(int resources, Optional<Instant> lastTime) {
    public static final Usage NEVER = new Usage(0, Optional.empty());

    public Usage {
        if (resources < 0) {
            throw new InvalidValueException("must be 0 to " + Integer.MAX_VALUE);
        }
        lastTime = lastTime.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    public static Usage at(Instant time, int resources) {
        return new Usage(resources, Optional.of(time));
    }

    /** True if this use is older than the other, so that it must not replace it. Of two at the same time the later report holds. */
    public boolean isOlderThan(Usage other) {
        return lastTime.map(mine -> other.lastTime.map(mine::isBefore).orElse(false))
                .orElse(other.lastTime.isPresent());
    }
}
