package dev.keystead.core.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who made and who last updated a credential, and when; times to the millisecond. */
public record Audit(Instant createdAt, Subject createdBy, Instant updatedAt, Subject updatedBy) {
    public Audit {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The audit of a credential that was just made. */
    public static Audit created(Instant at, Subject by) {
        return new Audit(at, by, at, by);
    }

    /** The same creation with another last update. */
    public Audit updated(Instant at, Subject by) {
        return new Audit(createdAt, createdBy, at, by);
    }
}
