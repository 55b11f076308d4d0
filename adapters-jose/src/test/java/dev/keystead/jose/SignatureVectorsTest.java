package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jose.Wycheproof.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the strict reading of keys and tokens against the signatures of Project Wycheproof. Their payloads are no claims, so the check of
 * claims is left out; everything before it is what tokens go through.
 */
class SignatureVectorsTest {
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

    @Test
    void readsAllVectors() {
        assertThat(signed()).hasSize(401 + 26 + 49);
    }

    @Test
    void refusesEveryInvalidSignature() {
        assertThat(signed().filter(vector -> !vector.valid()).filter(SignatureVectorsTest::isVerified))
                .isEmpty();
    }

    @Test
    void verifiesEveryValidSignatureButThoseRefusedOnPurpose() {
        List<Vector> valid = signed().filter(Vector::valid).toList();

        assertThat(valid).hasSize(35 + 20);
        assertThat(valid.stream().filter(vector -> !isVerified(vector)).map(SignatureVectorsTest::name))
                .containsExactlyInAnyOrderElementsOf(REFUSED_ON_PURPOSE.values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** An issuer's keys by URL are taken one by one, and unfit ones beside them are left out. */
    @Test
    void refusesEveryInvalidSignatureUnderTheFitKeysAlone() {
        assertThat(signed().filter(vector -> !vector.valid()).filter(SignatureVectorsTest::isVerifiedByAFitKey))
                .isEmpty();
    }

    private static String name(Vector vector) {
        return vector.group() + " " + vector.id();
    }

    private static Stream<Vector> signed() {
        return Stream.of(Wycheproof.SIGNATURES, Wycheproof.KEYS, Wycheproof.MIXED)
                .flatMap(Wycheproof::read)
                .filter(vector -> vector.kind().equals("jws"));
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
        return PublicJwkSet.parse(
                Wycheproof.json(vector.publicKeys() == null ? vector.privateKeys() : vector.publicKeys()));
    }
}
