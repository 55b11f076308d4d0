package dev.keystead.http;

import java.util.Set;

/** Turns the names of components and of the core's members into the names that stand on the wire. */
final class WireNames {
    /** The seed writes these as they are, and everything else in snake case. */
    private static final Set<String> CAMEL_CASE = Set.of("clientId");

    private WireNames() {}

    static String of(String component) {
        if (CAMEL_CASE.contains(component)) {
            return component;
        }
        StringBuilder name = new StringBuilder();
        component.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                name.append('_').append((char) Character.toLowerCase(c));
            } else {
                name.append((char) c);
            }
        });
        return name.toString();
    }

    /** The pointer to a member that the core names: those of a credential stand under {@code data} where it is updated. */
    static String pointerTo(String coreMember) {
        String path = "/" + coreMember.replace('.', '/');
        return path.startsWith("/specific/") ? "/data" + path : path;
    }
}
