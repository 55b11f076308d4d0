package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Holds the strict reading of key sets and sealed values against the encryptions of Project Wycheproof. */
class EncryptionVectorsTest {
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
    void refusesEveryInvalidEncryption() {
        List<Vector> invalid = encrypted().filter(vector -> !vector.valid()).toList();

        assertThat(invalid).hasSize(74 + 32);
        assertThat(invalid.stream().filter(EncryptionVectorsTest::isOpened)).isEmpty();
    }

    /** Valid ones are refused too, for none is dir with A256GCM, the one form that secrets are sealed in. */
    @Test
    void refusesEveryValidEncryptionForItsAlgorithm() {
        List<Vector> valid = encrypted().filter(Vector::valid).toList();

        assertThat(valid.stream().filter(EncryptionVectorsTest::isOpened)).isEmpty();
        assertThat(valid.stream()
                        .collect(Collectors.groupingBy(EncryptionVectorsTest::algorithm, Collectors.counting())))
                .isEqualTo(REFUSED_ALGORITHMS);
    }

    /** Most are encrypted for keys that seal nothing. Those of 256 bits, valid or not, meet the opener. */
    @Test
    void bringsTheVectorsUnderKeysOf256BitsToTheOpener() {
        assertThat(encrypted().filter(vector -> sealingKeys(vector).isPresent()))
                .hasSize(59);
    }

    private static Stream<Vector> encrypted() {
        return Stream.of(Wycheproof.ENCRYPTION, Wycheproof.MIXED)
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
            return Optional.of(KeySet.parse(Wycheproof.json(withoutPurpose(vector.privateKeys()))));
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
}
