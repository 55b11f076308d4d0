package dev.keystead.app.cli;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that a token is to have in one organisation. */
record Grant(OrgId org, Set<Role> roles) {
    /** How it is written on a command line. */
    static final String FORM = "ORG=ROLE[,ROLE]";

    /**
     * Reads the written form.
     *
     * @throws InvalidValueException if it is something else
     */
    static Grant parse(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            throw new InvalidValueException("must be " + FORM + ", such as acme=admin");
        }
        Set<Role> roles = new LinkedHashSet<>();
        for (String name : text.substring(equals + 1).split(",", -1)) {
            roles.add(Role.named(name).orElseThrow(() -> new InvalidValueException("roles are " + roleNames())));
        }
        return new Grant(new OrgId(text.substring(0, equals)), roles);
    }

    private static String roleNames() {
        return Arrays.stream(Role.values()).map(Role::roleName).collect(Collectors.joining(", "));
    }
}
