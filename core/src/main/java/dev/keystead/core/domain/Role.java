package dev.keystead.core.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles that a token can grant in an organisation. The first five are the platform's own matrix; roles add up. */
public enum Role {
    OWNER(
            "owner",
            Permission.READ,
            Permission.WRITE,
            Permission.READ_HISTORY,
            Permission.REPORT_USAGE,
            Permission.SETUP),
    ADMIN(
            "admin",
            Permission.READ,
            Permission.WRITE,
            Permission.READ_HISTORY,
            Permission.REPORT_USAGE,
            Permission.SETUP),
    PLANNER("planner", Permission.READ),
    VIEWER("viewer", Permission.READ, Permission.READ_HISTORY),
    BILLING("billing"),
    /** The worker that connects to the clouds: the only one that sees a secret. */
    AGENT("agent", Permission.READ, Permission.RESOLVE, Permission.REPORT_USAGE);

    private final String roleName;
    private final Set<Permission> permissions;

    Role(String roleName, Permission... permissions) {
        this.roleName = roleName;
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        granted.addAll(Set.of(permissions));
        this.permissions = granted;
    }

    /** The name that tokens use. */
    public String roleName() {
        return roleName;
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** The role of this name, case-sensitive; empty if there is none. */
    public static Optional<Role> named(String name) {
        for (Role role : values()) {
            if (role.roleName.equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
