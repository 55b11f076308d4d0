package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published vectors among the test resources. */
final class Wycheproof {
    static final String SIGNATURES = "json_web_signature_test.json";
    static final String ENCRYPTION = "json_web_encryption_test.json";
    static final String KEYS = "json_web_key_test.json";
    static final String MIXED = "json_web_crypto_test.json";

    private Wycheproof() {}

    /**
     * One vector.
     *
     * @param id its {@code tcId}
     * @param group the {@code comment} of its group
     * @param comment its own
     * @param kind {@code jws} or {@code jwe}
     * @param value the token or sealed value; for JSON serialisation, whatever its text
     * @param publicKeys a JWK Set; null if the group has only symmetric keys
     * @param privateKeys a JWK Set
     * @param valid whether it must be accepted where its algorithm is
     */
    record Vector(
            int id,
            String group,
            String comment,
            String kind,
            String value,
            @Nullable JsonObject publicKeys,
            JsonObject privateKeys,
            boolean valid) {}

    static Stream<Vector> read(String file) {
        try (InputStream in = Wycheproof.class.getResourceAsStream("/wycheproof/" + file)) {
            return objects(StrictJson.object(in.readAllBytes()), "testGroups").flatMap(Wycheproof::vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Stream<Vector> vectors(JsonObject group) {
        JsonObject privateKeys = set((JsonObject) group.get("private"));
        JsonObject publicKeys = group.has("public") ? set((JsonObject) group.get("public")) : null;
        return objects(group, "tests").map(test -> {
            String kind = test.has("jws") ? "jws" : "jwe";
            return new Vector(
                    ((Double) test.get("tcId")).intValue(),
                    (String) group.get("comment"),
                    (String) test.get("comment"),
                    kind,
                    test.get(kind).toString(),
                    publicKeys,
                    privateKeys,
                    "valid".equals(test.get("result")));
        });
    }

    private static JsonObject set(JsonObject keys) {
        return keys.has("keys") ? keys : new JsonObject(Map.of("keys", List.of(keys)));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String member) {
        return ((List<?>) parent.get(member)).stream().map(JsonObject.class::cast);
    }

    /** The text of a key set. */
    static byte[] json(JsonObject object) {
        return JSONObjectUtils.toJSONString(plain(object)).getBytes(UTF_8);
    }

    private static Map<String, @Nullable Object> plain(JsonObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, plainValue(value)));
        return members;
    }

    private static @Nullable Object plainValue(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return plain(object);
        }
        return value instanceof List<?> list
                ? list.stream().map(Wycheproof::plainValue).toList()
                : value;
    }
}
