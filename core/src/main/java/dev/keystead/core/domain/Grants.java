package dev.keystead.core.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which roles a subject has in which organisations. Immutable. */
public final class Grants {
    private static final Grants EVERYTHING = new Grants(Map.of(), true);

    private final Map<OrgId, Set<Role>> roles;
    private final boolean everything;

    private Grants(Map<OrgId, Set<Role>> roles, boolean everything) {
        this.roles = roles;
        this.everything = everything;
    }

    public static Grants of(Map<OrgId, Set<Role>> roles) {
        return new Grants(
                roles.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue()))),
                false);
    }

    /** One role in one organisation. */
    public static Grants of(OrgId org, Role role) {
        return of(Map.of(org, Set.of(role)));
    }

    /** Every permission in every organisation: for the embedding program's own jobs, never for a token. */
    public static Grants everything() {
        return EVERYTHING;
    }

    /** The roles in the organisation; empty if there is none, and for {@link #everything()}, which needs no role. */
    public Set<Role> rolesIn(OrgId org) {
        return roles.getOrDefault(org, Set.of());
    }

    public boolean allow(Permission permission, OrgId org) {
        return everything || rolesIn(org).stream().anyMatch(role -> role.allows(permission));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grants that && everything == that.everything && roles.equals(that.roles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(roles, everything);
    }

    @Override
    public String toString() {
        return everything ? "Grants[everything]" : "Grants" + roles;
    }
}
