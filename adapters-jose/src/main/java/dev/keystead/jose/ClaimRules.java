package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for the registered claims (RFC 7519, 4.1). The times are allowed a skew of 60 seconds. */
final class ClaimRules {
    private static final long SKEW_MILLIS = Duration.ofSeconds(60).toMillis();
    private static final double LAST_SECOND =
            253_402_300_799.0; // of the year 9999: behind it are milliseconds by mistake

    private final String issuer;
    private final String audience;

    ClaimRules(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    /**
     * Holds the claims against the rules.
     *
     * @return the subject, and the time from which on the token is not accepted any more, the skew included
     */
    Accepted check(JsonObject claims, Instant now) throws MalformedException {
        require(issuer.equals(claims.get("iss")), "it is from another issuer");
        require(isForUs(claims.get("aud")), "it is for another audience");
        long refusedFrom = millis(claims, "exp") + SKEW_MILLIS;
        require(now.toEpochMilli() < refusedFrom, "it has expired");
        requirePast(claims, "nbf", now);
        requirePast(claims, "iat", now);
        return new Accepted(subject(claims.string("sub")), Instant.ofEpochMilli(refusedFrom));
    }

    private boolean isForUs(@Nullable Object claimed) {
        if (claimed instanceof List<?> audiences) {
            return audiences.stream().allMatch(String.class::isInstance) && audiences.contains(audience);
        }
        return audience.equals(claimed);
    }

    private static void requirePast(JsonObject claims, String name, Instant now) throws MalformedException {
        if (claims.has(name)) {
            require(millis(claims, name) - SKEW_MILLIS <= now.toEpochMilli(), "it is not valid yet");
        }
    }

    /** A NumericDate (RFC 7519, 2), which may have a fraction. */
    private static long millis(JsonObject claims, String name) throws MalformedException {
        if (claims.get(name) instanceof Double seconds && Math.abs(seconds) <= LAST_SECOND) {
            return (long) Math.floor(seconds * 1000);
        }
        throw new MalformedException("its " + name + " is not a time in seconds");
    }

    private static Subject subject(String sub) throws MalformedException {
        try {
            return new Subject(sub);
        } catch (InvalidValueException e) {
            throw new MalformedException("its sub " + e.getMessage());
        }
    }

    private static void require(boolean condition, String rule) throws MalformedException {
        if (!condition) {
            throw new MalformedException(rule);
        }
    }

    /** What the claims say once they are accepted. */
    record Accepted(Subject subject, Instant refusedFrom) {}
}
