package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.TokenVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
    private static final Map<OrgId, Set<Role>> GRANTS =
            Map.of(new OrgId("acme"), Set.of(Role.ADMIN, Role.AGENT), new OrgId("globex"), Set.of(Role.VIEWER));

    private final ManualClock clock = new ManualClock();
    private final TokenIssuer issuer = TokenIssuer.generate().withClock(clock);

    @TempDir
    private Path folder;

    private Path jwks;
    private Path key;

    @BeforeEach
    void nameFiles() {
        jwks = folder.resolve("jwks.json");
        key = folder.resolve("dev/token-key.json");
    }

    @Test
    void issuesTokensThatItsPublicKeyVerifies() {
        issuer.writePublicKeysTo(jwks);

        Identity identity = verifier(clock).verify(issuer.issue(request(Duration.ofMinutes(5))));

        assertThat(identity).isEqualTo(new Identity(new Subject("alice"), Grants.of(GRANTS)));
    }

    @Test
    void issuesTokensThatExpire() {
        issuer.writePublicKeysTo(jwks);
        TokenVerifier verifier = verifier(clock);
        String token = issuer.issue(request(Duration.ofMinutes(5)));

        clock.advance(Duration.ofMinutes(6).minusMillis(1));
        assertThat(verifier.verify(token).subject()).isEqualTo(new Subject("alice"));
        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> verifier.verify(token)).hasMessage("the token is refused: it has expired");
    }

    @Test
    void issuesTokensByTheSystemClockUnlessTold() {
        TokenIssuer now = TokenIssuer.generate();
        now.writePublicKeysTo(jwks);

        assertThat(verifier(Clock.systemUTC())
                        .verify(now.issue(request(Duration.ofSeconds(1))))
                        .subject())
                .isEqualTo(new Subject("alice"));
    }

    @Test
    void signsWithTheSameKeyAfterItWasWrittenAndRead() {
        issuer.writePublicKeysTo(jwks);
        issuer.writeTo(key);

        TokenIssuer read = TokenIssuer.read(key).withClock(clock);

        assertThat(verifier(clock)
                        .verify(read.issue(request(Duration.ofMinutes(5))))
                        .subject())
                .isEqualTo(new Subject("alice"));
        assertThat(read).hasToString(issuer.toString());
    }

    @Test
    void writesThePrivateKeyForItsOwnerAloneAndOnce() throws IOException {
        issuer.writeTo(key);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> issuer.writeTo(key)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void writesThePublicKeyWithoutThePrivateOneAndAgain() throws IOException {
        TokenIssuer.generate().writePublicKeysTo(jwks);
        issuer.writePublicKeysTo(jwks);

        assertThat(Files.readString(jwks)).doesNotContain("\"d\"");
        assertThat(PublicJwkSet.parse(Files.readAllBytes(jwks)).refused()).isEmpty();
    }

    @Test
    void refusesFilesThatHoldNoSuchKey() throws IOException {
        issuer.writePublicKeysTo(jwks);
        String wrongCurve = TestKeys.set(TestKeys.P384.toJSONString());
        String rsa = TestKeys.set(TestKeys.RSA.toJSONString());
        String two = TestKeys.set(TestKeys.P256.toJSONString(), TestKeys.OTHER_P256.toJSONString());
        String nameless =
                new JWKSet(new ECKey.Builder(TestKeys.P256).keyID(null).build()).toString(false);
        String broken = TestKeys.set(TestKeys.P256.toJSONString().replace("\"kty\":\"EC\"", "\"kty\":\"SECRET\""));
        String offCurve = TestKeys.set(TestKeys.P256
                .toJSONString()
                .replace(TestKeys.P256.getX().toString(), TestKeys.P256.getY().toString()));
        List<String> others = List.of(
                offCurve, "", "{}", "{\"keys\":[]}", wrongCurve, rsa, two, nameless, broken, Files.readString(jwks));

        for (String text : others) {
            Path file = write(text, "rw-------");
            assertThatThrownBy(() -> TokenIssuer.read(file))
                    .as(text)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(file + " is not a private JWK Set of one key for ES256");
        }
    }

    @Test
    void refusesAFileThatIsOpenToOthers() throws IOException {
        Path file = write(TestKeys.set(TestKeys.P256.toJSONString()), "rw-r--r--");

        assertThatThrownBy(() -> TokenIssuer.read(file)).hasMessageContaining("is open to others");
    }

    @Test
    void printsTheKeysIdAndNoKeyMaterial() throws IOException {
        TokenIssuer read = TokenIssuer.read(write(TestKeys.set(TestKeys.P256.toJSONString()), "rw-------"));

        assertThat(read).hasToString("TokenIssuer[ec-256]");
    }

    @Test
    void refusesARequestForNoTime() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofSeconds(-5))) {
            assertThatThrownBy(() -> request(none)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void copiesTheGrantsOfARequest() {
        Map<OrgId, Set<Role>> grants = new HashMap<>(GRANTS);
        TokenRequest request = new TokenRequest("i", "a", new Subject("s"), grants, Duration.ofSeconds(1));

        grants.clear();

        assertThat(request.grants()).isEqualTo(GRANTS);
    }

    private TokenVerifier verifier(Clock time) {
        return Jose.tokenVerifier(
                new TokenConfig(TokenBuilder.ISSUER, TokenBuilder.AUDIENCE, TokenKeys.inFile(jwks), ClaimNames.DEFAULT),
                time);
    }

    private static TokenRequest request(Duration ttl) {
        return new TokenRequest(TokenBuilder.ISSUER, TokenBuilder.AUDIENCE, new Subject("alice"), GRANTS, ttl);
    }

    private Path write(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
