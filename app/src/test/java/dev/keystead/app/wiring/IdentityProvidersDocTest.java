package dev.keystead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.acceptance.TokenSigner;
import dev.keystead.app.config.OptionKey;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.app.config.Sources;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/identity-providers.md} shows works as it stands. */
class IdentityProvidersDocTest {
    private static final TokenSigner PROVIDER = new TokenSigner();
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    static List<ProviderExample> examples() throws IOException {
        return ProviderExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void grantsWhatThePageSays(ProviderExample example) throws IOException {
        try (Resources resources = new Resources()) {
            TokenVerifier verifier = Keys.read(serverTold(example), whenItWasMade(example), resources)
                    .tokens();

            Grants grants = verifier.verify(signed(example)).grants();

            assertThat(grants).isEqualTo(example.grants());
        }
    }

    @Test
    void hasAnExampleOfEachProvider() throws IOException {
        assertThat(examples())
                .extracting(ProviderExample::title)
                .containsExactly(
                        "Keycloak, roles by organisation",
                        "Keycloak, its organizations and realm roles",
                        "Auth0",
                        "Amazon Cognito",
                        "Microsoft Entra ID");
    }

    /** The configuration of a server with the options of the page, and with what is no matter of the provider. */
    private ServerConfig serverTold(ProviderExample example) throws IOException {
        Path options = Files.writeString(folder.resolve("keystead.properties"), example.properties());
        Path secrets = folder.resolve("keyset.json");
        KeySet.generate().writeTo(secrets);
        Map<String, Path> flags = Map.of(
                "config", options,
                "secrets-keyset", secrets,
                "auth-jwks", PROVIDER.writeKeysTo(folder.resolve("jwks.json")));
        return ServerConfig.read(new Sources(
                flags.entrySet().stream()
                        .collect(Collectors.toMap(
                                flag -> OptionKey.named(flag.getKey()).orElseThrow(),
                                flag -> flag.getValue().toString())),
                List.of(),
                Map.of()));
    }

    private static Clock whenItWasMade(ProviderExample example) {
        long seconds = JSON.readTree(example.token()).get("iat").longValue();
        return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    private static String signed(ProviderExample example) {
        return PROVIDER.sign("RS256", "{\"alg\":\"RS256\",\"kid\":\"RSA\"}", example.token());
    }
}
