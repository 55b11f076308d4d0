package dev.keystead.jose;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a public JWK (RFC 7517) that tokens are verified with. Identity providers publish other keys beside them, for encryption or for
 * algorithms that are not accepted; such a key would never be used and is set aside. A key that would be used and is weak, or meant for
 * something else, and every key that is not public, is refused.
 */
final class PublicJwkReader {
    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int MIN_RSA_BITS = 2048;

    private PublicJwkReader() {}

    /**
     * Reads the key; empty if it is set aside.
     *
     * @throws MalformedException if it is refused; the message says why
     */
    static Optional<VerificationKey> read(JsonObject jwk) throws MalformedException {
        String type = jwk.string("kty");
        require(!type.equals("oct"), "it is symmetric");
        require(PRIVATE_MEMBERS.stream().noneMatch(jwk::has), "it is private");
        Set<SignatureAlgorithm> algorithms = algorithms(type, jwk);
        if (algorithms.isEmpty()) {
            return Optional.empty();
        }
        require(!jwk.has("use") || jwk.string("use").equals("sig"), "its use is not sig");
        require(mayVerify(jwk), "its key_ops do not include verify");
        JWSVerifier verifier = type.equals("RSA") ? rsa(jwk) : ellipticCurve(jwk);
        return Optional.of(new VerificationKey(jwk.optionalString("kid"), algorithms, verifier));
    }

    /** The algorithms of the key's type and curve, or the one of them that it is bound to. */
    private static Set<SignatureAlgorithm> algorithms(String type, JsonObject jwk) throws MalformedException {
        Stream<SignatureAlgorithm> ofType = EnumSet.allOf(SignatureAlgorithm.class).stream();
        switch (type) {
            case "RSA" -> ofType = ofType.filter(algorithm -> algorithm.curve().isEmpty());
            case "EC" -> {
                Curve curve = new Curve(jwk.string("crv"));
                ofType = ofType.filter(algorithm -> algorithm.curve().equals(Optional.of(curve)));
            }
            default -> ofType = Stream.empty();
        }
        String bound = jwk.optionalString("alg");
        return ofType.filter(algorithm -> bound == null || algorithm.name().equals(bound))
                .collect(toUnmodifiableSet());
    }

    private static boolean mayVerify(JsonObject jwk) {
        return !jwk.has("key_ops") || (jwk.get("key_ops") instanceof List<?> named && named.contains("verify"));
    }

    private static JWSVerifier rsa(JsonObject jwk) throws MalformedException {
        try {
            RSAPublicKey key = new RSAKey.Builder(integer(jwk, "n"), integer(jwk, "e"))
                    .build()
                    .toRSAPublicKey();
            require(key.getModulus().bitLength() >= MIN_RSA_BITS, "it has fewer than 2048 bits");
            require(!RocaFingerprint.of(key.getModulus()), "it was made by a generator with the flaw CVE-2017-15361");
            return new RSASSAVerifier(key);
        } catch (JOSEException | IllegalArgumentException e) {
            throw new MalformedException("it is no RSA key");
        }
    }

    private static JWSVerifier ellipticCurve(JsonObject jwk) throws MalformedException {
        try {
            ECKey key = new ECKey.Builder(new Curve(jwk.string("crv")), integer(jwk, "x"), integer(jwk, "y")).build();
            return new ECDSAVerifier(key.toECPublicKey());
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new MalformedException("it is no point on its curve");
        }
    }

    private static Base64URL integer(JsonObject jwk, String member) throws MalformedException {
        CompactForm.decode(jwk.string(member));
        return new Base64URL(jwk.string(member));
    }

    private static void require(boolean condition, String rule) throws MalformedException {
        if (!condition) {
            throw new MalformedException(rule);
        }
    }
}
