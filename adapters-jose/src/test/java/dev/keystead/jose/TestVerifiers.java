package dev.keystead.jose;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;

/** Verifiers over keys in memory, for the issuer and audience of {@link TokenBuilder}. */
final class TestVerifiers {
    private TestVerifiers() {}

    static JwtVerifier over(JWK... keys) {
        VerificationKeys fixed = TestKeys.keys(keys);
        return over(() -> fixed, new ManualClock());
    }

    static JwtVerifier over(KeySource keys, Clock clock) {
        return new JwtVerifier(
                keys,
                new ClaimRules(TokenBuilder.ISSUER, TokenBuilder.AUDIENCE),
                new GrantsReader(ClaimNames.DEFAULT),
                clock);
    }
}
