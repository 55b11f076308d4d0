package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest extends TokenTest {

    @Test
    @DisplayName("H-13 a wrong signature is refused")
    void refusesAWrongSignature() {
        String token = SIGNER.sign(claims());
        String other = SIGNER.sign(claims().with("sub", "\"eve\""));
        String claimsOfOther = other.substring(0, other.lastIndexOf('.'));

        refuses(claimsOfOther + token.substring(token.lastIndexOf('.')));
        refuses(new TokenSigner().sign(claims()));
    }

    @Test
    @DisplayName("H-13 an unknown kid is refused, and a kid of a key of another kind")
    void refusesAnUnknownKid() {
        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"unknown\"}", claims().json()));
        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"RSA\"}", claims().json()));
        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"P-384\"}", claims().json()));
        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES384\",\"kid\":\"P-384\"}", claims().json()));
    }

    @Test
    @DisplayName("H-14 exp is required and 60 s of skew are allowed")
    void refusesExpiredTokens() {
        accepts(claims().with("exp", Claims.inSeconds(-30)));
        refuses(claims().with("exp", Claims.inSeconds(-61)));
        refuses(claims().without("exp"));
        refuses(claims().with("exp", "\"" + Claims.inSeconds(300) + "\""));
        refuses(claims().with("exp", "null"));
    }

    @ParameterizedTest
    @DisplayName("H-15 nbf and iat are not in the future")
    @ValueSource(strings = {"nbf", "iat"})
    void refusesTokensOfTheFuture(String claim) {
        accepts(claims().with(claim, Claims.inSeconds(-1000)));
        accepts(claims().with(claim, Claims.inSeconds(30)));
        refuses(claims().with(claim, Claims.inSeconds(120)));
        refuses(claims().with(claim, "\"soon\""));
    }

    @Test
    @DisplayName("H-16 sub is a string of 1 to 255 characters")
    void refusesSubjectsThatAreNone() {
        accepts(claims().with("sub", "\"" + "s".repeat(255) + "\""));
        accepts(claims().with("sub", "\"Ada Lovelace|ä\""));
        refuses(claims().with("sub", "\"" + "s".repeat(256) + "\""));
        refuses(claims().with("sub", "\"\""));
        refuses(claims().with("sub", "\"  \""));
        refuses(claims().with("sub", "\"a\\u0007b\""));
        refuses(claims().with("sub", "7"));
        refuses(claims().with("sub", "null"));
        refuses(claims().without("sub"));
    }

    @Test
    @DisplayName("H-17 iss equals the issuer")
    void refusesOtherIssuers() {
        refuses(claims().with("iss", "\"https://issuer.test/\""));
        refuses(claims().with("iss", "[\"https://issuer.test\"]"));
        refuses(claims().without("iss"));
    }

    @Test
    @DisplayName("H-17 aud contains the audience")
    void refusesOtherAudiences() {
        accepts(claims().with("aud", "[\"other\",\"keystead\"]"));
        refuses(claims().with("aud", "[\"other\"]"));
        refuses(claims().with("aud", "[]"));
        refuses(claims().with("aud", "\"keystead other\""));
        refuses(claims().with("aud", "\"Keystead\""));
        refuses(claims().without("aud"));
    }

    @Test
    @DisplayName("H-18 a token of 8 KiB is accepted and a longer one is 401")
    void refusesTokensOverEightKibibytes() {
        String longest = "";
        String tooLong = "";
        for (int pad = 5_800; tooLong.isEmpty(); pad++) {
            String token = SIGNER.sign(claims().with("pad", "\"" + "x".repeat(pad) + "\""));
            if (token.length() <= 8 * 1024) {
                longest = token;
            } else {
                tooLong = token;
            }
        }

        accepts(longest);
        refuses(tooLong);
        refuses("x".repeat(15_000));
    }
}
