package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public JWK Set (RFC 7517) as it was read.
 *
 * @param keys those that tokens can be verified with
 * @param refused one phrase for every key that must not be used, which names it by its {@code kid}
 */
record PublicJwkSet(VerificationKeys keys, List<String> refused) {

    /**
     * Reads the set.
     *
     * @throws InvalidValueException if it is not a JWK Set at all
     */
    static PublicJwkSet parse(byte[] json) {
        List<?> jwks = JwkSets.keysOf(json);
        Set<String> repeated = repeatedIds(jwks);
        List<VerificationKey> keys = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < jwks.size(); i++) {
            try {
                read(jwks.get(i), repeated).ifPresent(keys::add);
            } catch (MalformedException e) {
                refused.add("key " + nameOf(jwks.get(i), i) + " is refused: " + e.getMessage());
            }
        }
        return new PublicJwkSet(new VerificationKeys(keys), List.copyOf(refused));
    }

    /**
     * Reads a set of which some keys may be refused, but not all.
     *
     * @throws InvalidValueException if it is not a JWK Set, or has no key that can verify a token; says which it has and why not
     */
    static PublicJwkSet parseUsable(byte[] json) {
        PublicJwkSet set = parse(json);
        if (set.keys.isEmpty()) {
            throw new InvalidValueException("it has no key that can verify a token"
                    + (set.refused.isEmpty() ? "" : ": " + String.join("; ", set.refused)));
        }
        return set;
    }

    private static Optional<VerificationKey> read(@Nullable Object jwk, Set<String> repeated)
            throws MalformedException {
        if (!(jwk instanceof JsonObject members)) {
            throw new MalformedException("it is not a JSON object");
        }
        String id = members.optionalString("kid");
        if (id != null && repeated.contains(id)) {
            throw new MalformedException("it shares its kid with another");
        }
        return PublicJwkReader.read(members);
    }

    private static Set<String> repeatedIds(List<?> jwks) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Object jwk : jwks) {
            if (jwk instanceof JsonObject members && members.get("kid") instanceof String id && !seen.add(id)) {
                repeated.add(id);
            }
        }
        return repeated;
    }

    /** The key's id, fit for one line of a log; its position if it has none. */
    private static String nameOf(@Nullable Object jwk, int position) {
        if (jwk instanceof JsonObject members && members.get("kid") instanceof String id) {
            return '"' + id.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?") + '"';
        }
        return String.valueOf(position + 1);
    }
}
