package dev.keystead.core.domain;

import java.util.Optional;
import java.util.Set;

/**
 * Which current versions an update or a removal may meet (RFC 9110, 13.1.1).
 *
 * @param versions the versions that may be met; empty if any may
 */
public record Precondition(Optional<Set<Long>> versions) {
    /** No condition: the last writer wins, member by member. */
    public static final Precondition NONE = new Precondition(Optional.empty());

    public Precondition {
        versions = versions.map(Set::copyOf);
    }

    public static Precondition version(long version) {
        return new Precondition(Optional.of(Set.of(version)));
    }

    public static Precondition anyOf(Set<Long> versions) {
        return new Precondition(Optional.of(versions));
    }

    public boolean holdsFor(long version) {
        return versions.map(named -> named.contains(version)).orElse(true);
    }
}
