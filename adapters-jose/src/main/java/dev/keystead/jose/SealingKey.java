package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A symmetric key of a key set: 256 bits and the id that sealed values name it by. Never printed. */
final class SealingKey {
    private static final int BYTES = 32;
    private static final int MAX_ID = 255;
    private static final Set<String> ALGORITHMS = Set.of("dir", "A256GCM");

    private final String id;
    private final byte[] key;

    private SealingKey(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /** A new key, its id random and so no hint of it. */
    static SealingKey generate() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new SealingKey(UUID.randomUUID().toString(), key);
    }

    /** Reads an {@code oct} key; the place names it in messages until its id is known. */
    static SealingKey read(@Nullable Object jwk, String place) {
        if (!(jwk instanceof JsonObject members)) {
            throw new InvalidValueException(place + " must be a JSON object");
        }
        try {
            String id = members.string("kid");
            if (id.isBlank() || id.length() > MAX_ID || id.chars().anyMatch(Character::isISOControl)) {
                throw new MalformedException("its kid must have 1 to " + MAX_ID + " characters, none of control");
            }
            require("oct".equals(members.string("kty")), "its kty must be oct");
            require(isForSealing(members), "it must be meant for encryption with A256GCM");
            byte[] key = CompactForm.decode(members.string("k"));
            require(key.length == BYTES, "it must have 256 bits");
            return new SealingKey(id, key);
        } catch (MalformedException e) {
            throw new InvalidValueException(place + " is refused: " + e.getMessage());
        }
    }

    private static boolean isForSealing(JsonObject members) throws MalformedException {
        String alg = members.optionalString("alg");
        String use = members.optionalString("use");
        boolean operations = !members.has("key_ops")
                || (members.get("key_ops") instanceof List<?> named
                        && named.containsAll(List.of("encrypt", "decrypt")));
        return (alg == null || ALGORITHMS.contains(alg)) && (use == null || "enc".equals(use)) && operations;
    }

    private static void require(boolean condition, String rule) throws MalformedException {
        if (!condition) {
            throw new MalformedException(rule);
        }
    }

    String id() {
        return id;
    }

    SecretKey forEncryption() {
        return new SecretKeySpec(key, "AES");
    }

    /** A key for another use, from which this one cannot be found. */
    SecretKey derive(String label) {
        return Hkdf.derive(key, label);
    }

    /** The private JWK. */
    Map<String, Object> toJwk() {
        return Map.of("kty", "oct", "kid", id, "use", "enc", "alg", "A256GCM", "k", CompactForm.encode(key));
    }

    @Override
    public String toString() {
        return id;
    }
}
