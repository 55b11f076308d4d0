package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.util.List;

/** What every JWK Set (RFC 7517, 5) has in common. */
final class JwkSets {
    private JwkSets() {}

    /**
     * The keys as they stand in the set, not looked at.
     *
     * @throws InvalidValueException if it is not strict JSON with an array {@code keys}
     */
    static List<?> keysOf(byte[] json) {
        try {
            if (StrictJson.object(json).get("keys") instanceof List<?> keys) {
                return keys;
            }
            throw new InvalidValueException("its member keys must be an array");
        } catch (MalformedException e) {
            throw new InvalidValueException(e.getMessage());
        }
    }
}
