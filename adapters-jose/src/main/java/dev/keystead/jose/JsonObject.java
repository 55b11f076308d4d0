package dev.keystead.jose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as {@link StrictJson} reads it. Its values are {@code JsonObject}, {@code List}, {@code String}, {@code Double},
 * {@code Boolean}, and null for the literal {@code null}.
 */
record JsonObject(Map<String, @Nullable Object> members) {
    JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member's value; null if it is absent or {@code null}. */
    @Nullable
    Object get(String name) {
        return members.get(name);
    }

    /** The member, which must be there and be a string. */
    String string(String name) throws MalformedException {
        if (get(name) instanceof String value) {
            return value;
        }
        throw new MalformedException("its member " + name + " must be a string");
    }

    /** The member, which must be a string if it is there; null if it is absent. */
    @Nullable
    String optionalString(String name) throws MalformedException {
        return has(name) ? string(name) : null;
    }
}
