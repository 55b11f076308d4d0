package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "{0}")
@EnumSource(StorageKind.class)
class TokenKeysTest {
    @Parameter
    StorageKind kind;

    @TempDir
    Path folder;

    @Test
    @DisplayName("H-14 a token that was accepted is refused once it has expired")
    void forgetsTokensThatExpired() {
        Path jwks = SIGNER.writeKeysTo(folder.resolve("jwks.json"));
        TestClock clock = new TestClock();
        Claims claims = Claims.of("ada")
                .in("acme", "viewer")
                .with("exp", String.valueOf(TestClock.START.getEpochSecond() + 300));
        String token = SIGNER.sign(claims);

        try (TestServer server =
                TestServer.over(kind.open(folder), TestServer.verifier(jwks, ClaimNames.DEFAULT, clock))) {
            assertThat(list(server, token).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(300 + 59));
            assertThat(list(server, token).status()).isEqualTo(200);

            clock.advance(Duration.ofSeconds(2));

            assertThat(list(server, token).status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("H-21 the claims have configurable names")
    void readsClaimsOfOtherNames() {
        ClaimNames names = new ClaimNames("https://keystead.example/orgs", "/tenant/id", "/realm_access/roles/0");
        Path jwks = SIGNER.writeKeysTo(folder.resolve("jwks.json"));
        Claims byName = Claims.of("ada").with("https://keystead.example/orgs", "{\"acme\":\"viewer\"}");
        Claims byPointer =
                Claims.of("ada").with("tenant", "{\"id\":\"acme\"}").with("realm_access", "{\"roles\":[\"viewer\"]}");

        try (TestServer server = TestServer.over(kind.open(folder), TestServer.verifier(jwks, names))) {
            assertThat(list(server, byName).status()).isEqualTo(200);
            assertThat(list(server, byPointer).status()).isEqualTo(200);
            assertThat(list(server, Claims.of("ada").in("acme", "viewer")).status())
                    .isEqualTo(403);
            assertThat(list(server, Claims.of("ada").with("/tenant/id", "\"acme\""))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("H-23 a changed key set file is read again, and a key that left it stops working")
    void followsTheKeySetFile() throws Exception {
        TokenSigner next = new TokenSigner();
        Claims claims = Claims.of("ada").in("acme", "viewer");
        try (TestServer server = TestServer.over(kind.open(folder), folder)) {
            assertThat(list(server, claims).status()).isEqualTo(200);
            String byNext = next.sign(claims);
            assertThat(list(server, byNext).status()).isEqualTo(401);

            replace(folder.resolve("jwks.json"), next.keySet());

            awaitStatus(server, byNext, 200, Duration.ofSeconds(15));
            awaitStatus(server, SIGNER.sign(claims.with("jti", "\"fresh\"")), 401, Duration.ofSeconds(1));
            awaitStatus(server, SIGNER.sign(claims), 401, Duration.ofSeconds(60));
        }
    }

    @ParameterizedTest
    @DisplayName("H-24 a key set that is not fit is refused at start")
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\",\"kid\":\"bad\",\"k\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}",
                "{\"kty\":\"EC\",\"kid\":\"P-256\",\"use\":\"sig\",\"crv\":\"P-256\","
                        + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
                "{\"kty\":\"EC\",\"kid\":\"bad\",\"use\":\"sig\",\"crv\":\"P-256\","
                        + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\","
                        + "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}",
                "{\"kty\":\"EC\",\"kid\":\"bad\",\"use\":\"enc\",\"crv\":\"P-256\","
                        + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"use\":\"sig\",\"e\":\"AQAB\",\"n\":\"SHORT\"}"
            })
    void refusesKeySetsThatAreNotFit(String key) throws IOException {
        String shortModulus = "v" + "a".repeat(169) + "A";
        String keySet = SIGNER.keySet().replace("]}", "," + key.replace("SHORT", shortModulus) + "]}");
        Path jwks = Files.writeString(folder.resolve("jwks.json"), keySet);
        String kid = key.contains("\"bad\"") ? "bad" : "P-256";

        assertThatThrownBy(() -> TestServer.verifier(jwks, ClaimNames.DEFAULT)).hasMessageContaining(kid);
    }

    @Test
    @DisplayName("H-24 a key set that seals secrets is no key set for tokens")
    void refusesTheSecretKeySet() throws IOException {
        Path secrets = folder.resolve("secrets.json");
        KeySet.generate().writeTo(secrets);

        assertThatThrownBy(() -> TestServer.verifier(secrets, ClaimNames.DEFAULT))
                .hasMessageNotContaining("\"k\"");
    }

    private static Reply list(TestServer server, Claims claims) {
        return list(server, SIGNER.sign(claims));
    }

    private static Reply list(TestServer server, String token) {
        return Client.of(server.port()).bearing(token).get("/list?org_id=acme");
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = Files.writeString(file.resolveSibling("fresh.json"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitStatus(TestServer server, String token, int status, Duration patience)
            throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (list(server, token).status() != status && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(list(server, token).status()).isEqualTo(status);
    }
}
