package dev.keystead.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Key pairs, made once for all tests, since making RSA keys is slow. */
final class TestKeys {
    static final RSAKey RSA = rsa("rsa-1");
    static final RSAKey OTHER_RSA = rsa("rsa-2");
    static final ECKey P256 = ec(Curve.P_256, "ec-256");
    static final ECKey OTHER_P256 = ec(Curve.P_256, "ec-256-2");
    static final ECKey P384 = ec(Curve.P_384, "ec-384");
    static final ECKey P521 = ec(Curve.P_521, "ec-521");

    private TestKeys() {}

    /** The text of the JWK Set of these public keys. */
    static String jwks(JWK... keys) {
        return set(
                Arrays.stream(keys).map(key -> key.toPublicJWK().toJSONString()).toArray(String[]::new));
    }

    /** The text of a JWK Set of these JWKs. */
    static String set(String... jwks) {
        return Arrays.stream(jwks).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    static VerificationKeys keys(JWK... keys) {
        return PublicJwkSet.parse(jwks(keys).getBytes(StandardCharsets.UTF_8)).keys();
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(Curve curve, String id) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
