package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.jose.Wycheproof.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds the strict reading of keys, tokens and sealed values against the JOSE vectors of Project Wycheproof. Their payloads are no
 * claims, so the check of claims is left out; everything before it is what tokens go through.
 */
class WycheproofTest {
    private static final String SIGNATURES = "json_web_signature_test.json";
    private static final String ENCRYPTION = "json_web_encryption_test.json";
    private static final String KEYS = "json_web_key_test.json";
    private static final String MIXED = "json_web_crypto_test.json";

    /** Valid signatures, by the reason why they are refused. */
    private static final Map<String, List<String>> REFUSED_ON_PURPOSE = Map.of(
            "HMAC is refused whatever the keys are, and a key set with a symmetric key as well",
            List.of(
                    "hs256 1",
                    "rfc7520 348",
                    "rfc7520 352",
                    "base64 357",
                    "base64 358",
                    "base64 359",
                    "base64 372",
                    "base64 373",
                    "base64 376",
                    "base64 377",
                    "jws_keyset 2",
                    "HS256 13",
                    "HS384 14",
                    "HS512 15",
                    "jws_aes 1",
                    "jws_keyset 48"),
            "the token is signed with PS384, and the key's alg binds it to PS256",
            List.of("rfc7520 346", "rfc7520WithKeyOps 350"),
            "the key's alg is ES521, which RFC 7518 does not know: it calls it ES512",
            List.of("rfc7520 347", "rfc7520WithKeyOps 351"));

    /** How many valid encryptions there are of each algorithm that nothing is sealed with. */
    private static final Map<String, Long> REFUSED_ALGORITHMS = Map.ofEntries(
            Map.entry("dir with A128GCM", 1L),
            Map.entry("A128KW", 3L),
            Map.entry("A192KW", 1L),
            Map.entry("A256KW", 8L),
            Map.entry("A128GCMKW", 1L),
            Map.entry("A192GCMKW", 1L),
            Map.entry("A256GCMKW", 4L),
            Map.entry("ECDH-ES", 7L),
            Map.entry("ECDH-ES+A128KW", 13L),
            Map.entry("ECDH-ES+A192KW", 2L),
            Map.entry("ECDH-ES+A256KW", 4L),
            Map.entry("RSA1_5", 8L),
            Map.entry("RSA-OAEP", 7L),
            Map.entry("RSA-OAEP-256", 7L));

    @Test
    void readsAllVectors() {
        assertThat(Wycheproof.read(SIGNATURES)).hasSize(401);
        assertThat(Wycheproof.read(ENCRYPTION)).hasSize(139);
        assertThat(Wycheproof.read(KEYS)).hasSize(26);
        assertThat(Wycheproof.read(MIXED)).hasSize(83);
    }

    @Test
    void refusesEveryInvalidSignature() {
        assertThat(signed().filter(vector -> !vector.valid()).filter(WycheproofTest::isVerified))
                .isEmpty();
    }

    @Test
    void verifiesEveryValidSignatureButThoseRefusedOnPurpose() {
        List<Vector> valid = signed().filter(Vector::valid).toList();

        assertThat(valid).hasSize(35 + 20);
        assertThat(valid.stream().filter(vector -> !isVerified(vector)).map(WycheproofTest::name))
                .containsExactlyInAnyOrderElementsOf(REFUSED_ON_PURPOSE.values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** An issuer's keys by URL are taken one by one, and unfit ones beside them are left out. */
    @Test
    void refusesEveryInvalidSignatureUnderTheFitKeysAlone() {
        assertThat(signed().filter(vector -> !vector.valid()).filter(WycheproofTest::isVerifiedByAFitKey))
                .isEmpty();
    }

    @Test
    void refusesEveryInvalidEncryption() {
        List<Vector> invalid = encrypted().filter(vector -> !vector.valid()).toList();

        assertThat(invalid).hasSize(74 + 32);
        assertThat(invalid.stream().filter(WycheproofTest::isOpened)).isEmpty();
    }

    /** Valid ones are refused too, for none is dir with A256GCM, the one form that secrets are sealed in. */
    @Test
    void refusesEveryValidEncryptionForItsAlgorithm() {
        List<Vector> valid = encrypted().filter(Vector::valid).toList();

        assertThat(valid.stream().filter(WycheproofTest::isOpened)).isEmpty();
        assertThat(valid.stream().collect(Collectors.groupingBy(WycheproofTest::algorithm, Collectors.counting())))
                .isEqualTo(REFUSED_ALGORITHMS);
    }

    /** Most are encrypted for keys that seal nothing. Those of 256 bits, valid or not, meet the opener. */
    @Test
    void bringsTheVectorsUnderKeysOf256BitsToTheOpener() {
        assertThat(encrypted().filter(vector -> sealingKeys(vector).isPresent()))
                .hasSize(59);
    }

    private static String name(Vector vector) {
        return vector.group() + " " + vector.id();
    }

    private static Stream<Vector> signed() {
        return Stream.of(SIGNATURES, KEYS, MIXED)
                .flatMap(Wycheproof::read)
                .filter(vector -> vector.kind().equals("jws"));
    }

    private static Stream<Vector> encrypted() {
        return Stream.of(ENCRYPTION, MIXED)
                .flatMap(Wycheproof::read)
                .filter(vector -> vector.kind().equals("jwe"));
    }

    /** What the header says that the content is encrypted with. */
    private static String algorithm(Vector vector) {
        try {
            String first = vector.value().substring(0, vector.value().indexOf('.'));
            JsonObject header = StrictJson.object(CompactForm.decode(first));
            String algorithm = header.string("alg");
            return algorithm.equals("dir") ? "dir with " + header.string("enc") : algorithm;
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if the key set is taken as a file of keys would be, and one of its keys signed the token. */
    private static boolean isVerified(Vector vector) {
        return publicKeys(vector).refused().isEmpty() && isVerifiedByAFitKey(vector);
    }

    private static boolean isVerifiedByAFitKey(Vector vector) {
        try {
            return publicKeys(vector).keys().verify(SignedToken.parse(vector.value()));
        } catch (MalformedException e) {
            return false;
        }
    }

    private static PublicJwkSet publicKeys(Vector vector) {
        return PublicJwkSet.parse(json(vector.publicKeys() == null ? vector.privateKeys() : vector.publicKeys()));
    }

    private static boolean isOpened(Vector vector) {
        return sealingKeys(vector).map(keySet -> isOpened(vector, keySet)).orElse(false);
    }

    private static boolean isOpened(Vector vector, KeySet keySet) {
        SecretBinding anywhere = new SecretBinding(new OrgId("acme"), new CredentialId("1"), Member.KEY);
        try {
            Jose.sealer(keySet).open(new SealedSecret(keySet.keyIds().get(0), vector.value()), anywhere);
            return true;
        } catch (SealBrokenException e) {
            return false;
        }
    }

    /** The vector's keys as a key set that seals; empty if they are none. */
    private static Optional<KeySet> sealingKeys(Vector vector) {
        try {
            return Optional.of(KeySet.parse(json(withoutPurpose(vector.privateKeys()))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** The same keys without what they are meant for, so that those of 256 bits get as far as the opener. */
    private static JsonObject withoutPurpose(JsonObject keySet) {
        List<Object> keys = ((List<?>) keySet.get("keys"))
                .stream()
                        .map(key -> (Object) withoutPurposeOf((JsonObject) key))
                        .toList();
        return new JsonObject(Map.of("keys", keys));
    }

    private static JsonObject withoutPurposeOf(JsonObject key) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(key.members());
        members.keySet().retainAll(Set.of("kty", "kid", "k"));
        return new JsonObject(members);
    }

    private static byte[] json(JsonObject object) {
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
                ? list.stream().map(WycheproofTest::plainValue).toList()
                : value;
    }
}
