package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A token to issue.
 *
 * @param issuer its {@code iss}
 * @param audience its {@code aud}
 * @param subject its {@code sub}
 * @param grants its claim {@code orgs}
 * @param ttl how long it is valid; a second or more
 */
public record TokenRequest(
        String issuer, String audience, Subject subject, Map<OrgId, Set<Role>> grants, Duration ttl) {
    public TokenRequest {
        grants = Map.copyOf(grants);
        if (ttl.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidValueException("a token must be valid for a second or more");
        }
    }
}
