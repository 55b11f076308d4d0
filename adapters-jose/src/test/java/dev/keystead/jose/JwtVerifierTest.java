package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtVerifierTest {
    private final ManualClock clock = new ManualClock();

    /** How often a signature was verified. */
    private final AtomicInteger verifications = new AtomicInteger();

    private final AtomicReference<VerificationKeys> keys = new AtomicReference<>(countingKeys());
    private final TokenVerifier verifier = TestVerifiers.over(keys::get, clock);

    @Test
    void returnsSubjectAndGrants() {
        Identity identity =
                verifier.verify(aToken().claim("orgs", "{\"acme\":\"admin\"}").build());

        assertThat(identity).isEqualTo(new Identity(new Subject("alice"), Grants.of(new OrgId("acme"), Role.ADMIN)));
    }

    @Test
    void acceptsATokenWithoutGrants() {
        assertThat(verifier.verify(aToken().build()).grants()).isEqualTo(Grants.of(Map.of()));
    }

    @Test
    void verifiesATokenOnceAMinute() {
        String token = aToken().build();
        Identity first = verifier.verify(token);

        clock.advance(Duration.ofMillis(59_999));
        assertThat(verifier.verify(token)).isSameAs(first);
        assertThat(verifications).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(verifier.verify(token)).isEqualTo(first);

        assertThat(verifications).hasValue(2);
    }

    @Test
    void forgetsATokenWhenItExpires() {
        String token =
                aToken().claim("exp", ManualClock.START.getEpochSecond() - 30).build();
        verifier.verify(token);

        clock.advance(Duration.ofMillis(29_999));
        verifier.verify(token);
        assertThat(verifications).hasValue(1);
        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("the token is refused: it has expired");
    }

    @Test
    void verifiesAgainWhenTheClockWasSetBack() {
        String token = aToken().claim("nbf", ManualClock.START.getEpochSecond()).build();
        verifier.verify(token);

        clock.advance(Duration.ofMinutes(-2));

        assertThatThrownBy(() -> verifier.verify(token)).hasMessage("the token is refused: it is not valid yet");
    }

    @Test
    void refusesAnAlgorithmThatTheKeyIsNotFor() {
        String token = aToken().header("alg", "\"PS256\"").build();

        assertThatThrownBy(() -> verifier.verify(token))
                .hasMessage("the token is refused: its signature does not verify");

        keys.set(TestKeys.keys(TestKeys.RSA)); // the same key, for every algorithm of its type
        assertThat(verifier.verify(token).subject()).isEqualTo(new Subject("alice"));
    }

    @Test
    void verifiesAgainUnderOtherKeys() {
        String token = aToken().build();
        verifier.verify(token);

        keys.set(TestKeys.keys(TestKeys.P256));

        assertThatThrownBy(() -> verifier.verify(token))
                .hasMessage("the token is refused: its signature does not verify");
    }

    @Test
    void tellsTokensApart() {
        verifier.verify(aToken().build());

        assertThat(verifier.verify(aToken().claim("sub", "\"bob\"").build()).subject())
                .isEqualTo(new Subject("bob"));
        assertThat(verifications).hasValue(2);
    }

    @Test
    void doesNotRememberRefusals() {
        String early =
                aToken().claim("nbf", ManualClock.START.getEpochSecond() + 90).build();
        assertThatThrownBy(() -> verifier.verify(early)).isInstanceOf(InvalidTokenException.class);

        clock.advance(Duration.ofSeconds(30));

        assertThat(verifier.verify(early).subject()).isEqualTo(new Subject("alice"));
    }

    @Test
    void looksAtTheSignatureBeforeTheClaims() {
        String token = aToken().claim("exp", 0).forgedWith(TestKeys.OTHER_RSA).build();

        assertThatThrownBy(() -> verifier.verify(token))
                .hasMessage("the token is refused: its signature does not verify");
    }

    @Test
    void refusesAKeyWithinSecondsOfItsRemovalFromTheFile(@TempDir Path folder) throws IOException {
        Path jwks = Files.writeString(folder.resolve("jwks.json"), TestKeys.jwks(TestKeys.RSA, TestKeys.P256));
        TokenVerifier fromFile = Jose.tokenVerifier(config(jwks), clock);
        String token = aToken().build();
        fromFile.verify(token);

        Files.writeString(jwks, TestKeys.jwks(TestKeys.P256));
        clock.advance(Duration.ofSeconds(10));

        assertThatThrownBy(() -> fromFile.verify(token)).isInstanceOf(InvalidTokenException.class);
        assertThat(fromFile.verify(aToken().signedWith("ES256", TestKeys.P256).build())
                        .subject())
                .isEqualTo(new Subject("alice"));
    }

    @Test
    void refusesAConfigurationWithoutIssuerOrAudience(@TempDir Path folder) {
        TokenKeys keys = TokenKeys.inFile(folder);
        for (String blank : List.of("", " ")) {
            assertThatThrownBy(() -> new TokenConfig(blank, "a", keys, ClaimNames.DEFAULT))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new TokenConfig("i", blank, keys, ClaimNames.DEFAULT))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void refusesAConfigurationWithTheKeysOfAnotherIssuer() {
        TokenKeys others = TokenKeys.ofIssuer("https://other.example");

        assertThatThrownBy(() -> new TokenConfig("https://id.example", "a", others, ClaimNames.DEFAULT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the keys must be those of the tokens' issuer, not of another");
    }

    @Test
    void looksForAKeyOnlyIfTheTokenNamesOneThatIsNotThere() {
        List<String> soughtFor = new ArrayList<>();
        TokenVerifier curious = TestVerifiers.over(noting(soughtFor), clock);

        curious.verify(aToken().build());
        curious.verify(aToken().withoutHeader("kid").build());
        for (String bad : List.of(
                "rubbish",
                aToken().forgedWith(TestKeys.OTHER_RSA).build(),
                aToken().withoutHeader("kid").forgedWith(TestKeys.OTHER_RSA).build(),
                aToken().header("kid", "7").build(),
                aToken().header("crit", "[]").header("kid", "\"new\"").build())) {
            assertThatThrownBy(() -> curious.verify(bad)).isInstanceOf(InvalidTokenException.class);
        }
        assertThat(soughtFor).isEmpty();

        assertThatThrownBy(
                        () -> curious.verify(aToken().header("kid", "\"new\"").build()))
                .isInstanceOf(InvalidTokenException.class);
        assertThat(soughtFor).containsExactly("new");
    }

    private static KeySource noting(List<String> soughtFor) {
        VerificationKeys fixed = TestKeys.keys(TestKeys.RSA);
        return new KeySource() {
            @Override
            public VerificationKeys current() {
                return fixed;
            }

            @Override
            public VerificationKeys lookingFor(String keyId) {
                soughtFor.add(keyId);
                return fixed;
            }
        };
    }

    private static TokenConfig config(Path jwks) {
        return new TokenConfig(TokenBuilder.ISSUER, TokenBuilder.AUDIENCE, TokenKeys.inFile(jwks), ClaimNames.DEFAULT);
    }

    private VerificationKeys countingKeys() {
        try {
            RSASSAVerifier rsa = new RSASSAVerifier(TestKeys.RSA.toRSAPublicKey()) {
                @Override
                public boolean verify(JWSHeader header, byte[] input, Base64URL signature) throws JOSEException {
                    verifications.incrementAndGet();
                    return super.verify(header, input, signature);
                }
            };
            return new VerificationKeys(
                    List.of(new VerificationKey("rsa-1", EnumSet.of(SignatureAlgorithm.RS256), rsa)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
