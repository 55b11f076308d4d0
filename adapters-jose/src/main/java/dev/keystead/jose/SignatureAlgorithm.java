package dev.keystead.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.util.Optional;

/** The signature algorithms (RFC 7518, 3.1) that a token may be signed with. There is no other: none, HMAC and EdDSA do not exist here. */
enum SignatureAlgorithm {
    RS256(JWSAlgorithm.RS256),
    RS384(JWSAlgorithm.RS384),
    RS512(JWSAlgorithm.RS512),
    PS256(JWSAlgorithm.PS256),
    PS384(JWSAlgorithm.PS384),
    PS512(JWSAlgorithm.PS512),
    ES256(JWSAlgorithm.ES256, Curve.P_256),
    ES384(JWSAlgorithm.ES384, Curve.P_384),
    ES512(JWSAlgorithm.ES512, Curve.P_521);

    private final JWSAlgorithm nimbus;
    private final Optional<Curve> curve;

    SignatureAlgorithm(JWSAlgorithm nimbus) {
        this.nimbus = nimbus;
        this.curve = Optional.empty();
    }

    SignatureAlgorithm(JWSAlgorithm nimbus, Curve curve) {
        this.nimbus = nimbus;
        this.curve = Optional.of(curve);
    }

    JWSAlgorithm nimbus() {
        return nimbus;
    }

    /** The curve of its keys; empty if they are RSA keys. */
    Optional<Curve> curve() {
        return curve;
    }

    /** The algorithm with this {@code alg} value, case-sensitive; empty if it is not one of these. */
    static Optional<SignatureAlgorithm> named(String alg) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.name().equals(alg)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
