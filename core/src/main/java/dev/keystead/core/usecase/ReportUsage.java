package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Notes that a credential was used. Safe for use by many threads. */
@FunctionalInterface
public interface ReportUsage {
    /** How far a reported time may be ahead of the server's clock. */
    Duration TOLERANCE = Duration.ofSeconds(60);

    /**
     * Stores the use unless a younger one is stored. Neither the version nor the history change.
     *
     * @throws dev.keystead.core.domain.InvalidMemberException if the time is more than {@link #TOLERANCE} in the future
     * @throws dev.keystead.core.domain.ForbiddenException without {@code REPORT_USAGE} in the organisation
     * @throws dev.keystead.core.domain.CredentialNotFoundException if the organisation has no such credential
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach
     */
    void report(Caller caller, Command command);

    /**
     * What to note.
     *
     * @param resources how many resources were seen through it; not negative
     * @param time when; empty for now
     */
    record Command(OrgId org, CredentialId id, int resources, Optional<Instant> time) {
        public Command {
            if (resources < 0) {
                throw new InvalidValueException("resources must be 0 to " + Integer.MAX_VALUE);
            }
        }
    }
}
