package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.testing.KeyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyCheckTest {
    @TempDir
    private Path folder;

    private final KeyServer server = KeyServer.with(TestKeys.jwks(TestKeys.RSA, TestKeys.P256));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsTheKeysOfAnIssuerAndTellsItsTime() {
        TokenKeyCheck check = Jose.check(TokenKeys.ofIssuer(server.issuer()));

        assertThat(check.place()).isEqualTo(server.issuer() + "/.well-known/openid-configuration");
        assertThat(check.usable()).isEqualTo(2);
        assertThat(check.refused()).isEmpty();
        assertThat(check.servedAt()).isPresent();
    }

    @Test
    void namesTheKeysAtAUrlThatAreRefused() {
        server.publish("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"shared\",\"k\":\"AAAA\"},"
                + TestKeys.P256.toPublicJWK().toJSONString() + "]}");

        TokenKeyCheck check = Jose.check(TokenKeys.at(server.url()));

        assertThat(check.usable()).isOne();
        assertThat(check.refused()).singleElement().asString().startsWith("key \"shared\" is refused: ");
    }

    @Test
    void saysWhyThereAreNoKeys() {
        server.publish("{\"keys\":[]}");
        refuses(TokenKeys.at(server.url()), server.url() + ": it has no key that can verify a token");

        server.down();
        refuses(TokenKeys.at(server.url()), server.url() + ": there is no connection");
    }

    @Test
    void countsTheKeysInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), TestKeys.jwks(TestKeys.RSA));

        TokenKeyCheck check = Jose.check(TokenKeys.inFile(file));

        assertThat(check.place()).isEqualTo(file.toString());
        assertThat(check.usable()).isOne();
        assertThat(check.servedAt()).isEmpty();
    }

    @Test
    void saysWhyAFileHasNoKeys() throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), "{}");

        refuses(TokenKeys.inFile(file), file + " is not a set of public token keys: ");
    }

    private static void refuses(TokenKeys keys, String reason) {
        assertThatThrownBy(() -> Jose.check(keys))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(reason);
    }
}
