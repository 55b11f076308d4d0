package dev.keystead.jose;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the claims which roles the subject has in which organisations. What is not understood grants nothing: an unknown role, an
 * id that no organisation can have, and a value of another shape, which takes the other roles of its organisation with it.
 */
final class GrantsReader {
    private final ClaimPath orgs;
    private final ClaimPath org;
    private final ClaimPath role;

    GrantsReader(ClaimNames names) {
        this.orgs = ClaimPath.of(names.orgs());
        this.org = ClaimPath.of(names.org());
        this.role = ClaimPath.of(names.role());
    }

    Grants read(JsonObject claims) {
        Map<OrgId, Set<Role>> grants = new HashMap<>();
        Optional<ClaimPath.Found> all = orgs.in(claims);
        if (all.isPresent()) {
            if (all.get().value() instanceof JsonObject organisations) {
                organisations.members().forEach((id, roles) -> grant(grants, id, roles));
            }
        } else {
            org.in(claims)
                    .ifPresent(id -> role.in(claims).ifPresent(roles -> grant(grants, id.value(), roles.value())));
        }
        return Grants.of(grants);
    }

    private static void grant(Map<OrgId, Set<Role>> grants, @Nullable Object org, @Nullable Object claimed) {
        Set<Role> roles = roles(claimed);
        if (org instanceof String id && !roles.isEmpty()) {
            orgId(id).ifPresent(known -> grants.put(known, roles));
        }
    }

    private static Set<Role> roles(@Nullable Object claimed) {
        List<?> names = claimed instanceof List<?> list ? list : claimed == null ? List.of() : List.of(claimed);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object name : names) {
            if (!(name instanceof String text)) {
                return Set.of();
            }
            Role.named(text).ifPresent(roles::add);
        }
        return roles;
    }

    private static Optional<OrgId> orgId(String id) {
        try {
            return Optional.of(new OrgId(id));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
