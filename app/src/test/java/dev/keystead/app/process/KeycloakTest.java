package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a real Keycloak, under the settings of {@code docs/identity-providers.md}. */
@Tag("thorough")
@ExtendWith(SharedKeycloak.class)
class KeycloakTest {
    private static KeycloakRealm platform;
    private static KeycloakRealm elsewhere;
    private static ServerProcess process;
    private static ServerProcess processByOrganization;
    private static Bearer server;
    private static Bearer serverByOrganization;

    @BeforeAll
    static void start(Keycloak keycloak, @TempDir Path folder) throws IOException {
        platform = new KeycloakRealm(keycloak, "platform");
        elsewhere = new KeycloakRealm(keycloak, "elsewhere");
        process = KeycloakServers.start(keycloak, folder);
        processByOrganization = KeycloakServers.start(
                keycloak, folder, "--auth-org-claim", "/organization/0", "--auth-role-claim", "/realm_access/roles");
        server = new Bearer(process);
        serverByOrganization = new Bearer(processByOrganization);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.terminate();
        processByOrganization.terminate();
    }

    @ParameterizedTest
    @CsvSource({"worker, RS256, JWT", "modern-worker, ES256, at+jwt"})
    void readsRolesThatAMapperAdds(String client, String algorithm, String type)
            throws IOException, InterruptedException {
        String token = platform.tokenOf(client);

        assertThat(TokenParts.header(token).get("alg").stringValue()).isEqualTo(algorithm);
        assertThat(TokenParts.header(token).get("typ").stringValue()).isEqualTo(type);
        assertThat(server.list(token, "acme")).isEqualTo(200);
        assertThat(server.create(token, "acme")).isEqualTo(403);
        assertThat(server.list(token, "globex")).isEqualTo(403);
    }

    @Test
    void readsRolesByOrganisationFromAnAttributeOfTheUser() throws IOException, InterruptedException {
        String token = platform.tokenOf("ada", "console-by-attribute", "openid");

        assertThat(server.create(token, "acme")).isEqualTo(200);
        assertThat(server.list(token, "globex")).isEqualTo(200);
        assertThat(server.create(token, "globex")).isEqualTo(403);
    }

    @Test
    void readsRealmRolesInTheOrganizationThatWasAskedFor() throws IOException, InterruptedException {
        String ada = platform.tokenOf("ada", "console-by-organization", "openid organization:acme");
        String bob = platform.tokenOf("bob", "console-by-organization", "openid organization");

        assertThat(serverByOrganization.create(ada, "acme")).isEqualTo(200);
        assertThat(serverByOrganization.list(ada, "globex")).isEqualTo(403);
        assertThat(serverByOrganization.list(bob, "globex")).isEqualTo(200);
        assertThat(serverByOrganization.create(bob, "globex")).isEqualTo(403);
    }

    @Test
    void grantsNothingWhereTheTokenNamesNoOrganization() throws IOException, InterruptedException {
        String noneAskedFor = platform.tokenOf("ada", "console-by-organization", "openid");
        String anyOfTwo = platform.tokenOf("ada", "console-by-organization", "openid organization");

        assertThat(TokenParts.claims(anyOfTwo).has("organization")).isFalse();
        assertThat(serverByOrganization.list(anyOfTwo, "acme")).isEqualTo(403);
        assertThat(serverByOrganization.list(noneAskedFor, "acme")).isEqualTo(403);
    }

    @Test
    void grantsNothingByOrganizationsWithIdsInThePlaceOfRoles() throws IOException, InterruptedException {
        String token = platform.tokenOf("bob", "console-by-mistake", "openid organization:globex");

        assertThat(TokenParts.claims(token).at("/orgs/globex/id").isString()).isTrue();
        assertThat(server.list(token, "globex")).isEqualTo(403);
    }

    @Test
    void refusesTheTokensOfAnotherApiAndOfAnotherRealm() throws IOException, InterruptedException {
        assertThat(server.list(platform.tokenOf("worker-of-another-api"), "acme"))
                .isEqualTo(401);
        assertThat(server.list(elsewhere.tokenOf("worker"), "acme")).isEqualTo(401);
    }
}
