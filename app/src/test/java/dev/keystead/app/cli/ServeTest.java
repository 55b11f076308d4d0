package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenRequest;
import dev.keystead.jose.testing.KeyServer;
import dev.keystead.jose.testing.KeyServer.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTest {
    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void configureEverythingRequired() {
        new Trial(folder).run("dev", "--http-port", "0"); // makes the keys
        Path own = folder.resolve("keystead-dev");
        trial = new Trial(folder)
                .variable("KEYSTEAD_HTTP_PORT", "0")
                .variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("served"))
                .variable("KEYSTEAD_AUTH_ISSUER", "https://id.example.com")
                .variable("KEYSTEAD_AUTH_AUDIENCE", "keystead")
                .variable(
                        "KEYSTEAD_AUTH_JWKS",
                        own.resolve("token-public-keys.json").toString())
                .variable("KEYSTEAD_SECRETS_KEYSET", own.resolve("keyset.json").toString());
    }

    @Test
    void servesAndEndsItsStartWithItsAddress() {
        trial.whileItRuns(server -> assertThat(status(server.address(), "")).isEqualTo(401));

        assertThat(trial.run("serve")).isZero();

        assertThat(trial.output())
                .singleElement()
                .asString()
                .matches("Keystead ready on http://127\\.0\\.0\\.1:\\d+ \\(management http://127\\.0\\.0\\.1:\\d+\\)");
        assertThat(trial.errors()).isEmpty();
    }

    @Test
    void answersProbesOnTheManagementAddressAlone() {
        trial.whileItRuns(server -> {
            assertThat(get(server.managementAddress().orElseThrow() + "/readyz"))
                    .isEqualTo(200);
            assertThat(get(server.address() + "/readyz")).isEqualTo(404);
        });

        assertThat(trial.run("serve")).isZero();
    }

    @Test
    void hasNoManagementAddressIfThatIsOff() {
        assertThat(trial.run("serve", "--management-port", "off")).isZero();

        assertThat(trial.output()).singleElement().asString().matches("Keystead ready on http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void saysWhichOptionsNameAnAddressThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(trial.run("serve", "--management-port", port)).isEqualTo(1);

            assertThat(trial.errors())
                    .containsExactly("keystead: cannot listen on 127.0.0.1:" + port
                            + " (management-host, management-port): Address already in use");
        }
    }

    @Test
    void refusesTheTokensOfTheDevelopmentIssuer() {
        Trial developer = new Trial(folder);
        developer.run("token", "--sub", "me", "--org", "acme=admin");
        String token = developer.output().get(0);

        trial.whileItRuns(server -> assertThat(status(server.address(), token)).isEqualTo(401));

        assertThat(trial.run("serve")).isZero();
    }

    @Test
    void refusesToStartWithoutTheKeyOfAStoredSecret() throws IOException {
        String kid = storeASecretUnderTheDevelopmentKey();
        Path other = folder.resolve("other.json");
        KeySet.generate().writeTo(other);

        int code = trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("keystead-dev/keystead"))
                .variable("KEYSTEAD_SECRETS_KEYSET", other.toString())
                .run("serve");

        assertThat(code).isEqualTo(2);
        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors()).singleElement().asString().contains("lacks the key " + kid);
    }

    @Test
    void saysWhatIsWrongWithBothKeyFilesTogether() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");

        int code = trial.variable("KEYSTEAD_AUTH_JWKS", broken.toString())
                .variable("KEYSTEAD_SECRETS_KEYSET", broken.toString())
                .run("serve");

        assertThat(code).isEqualTo(2);
        assertThat(trial.errors())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("keystead: secrets-keyset: "))
                .anySatisfy(line -> assertThat(line).startsWith("keystead: auth-jwks: "));
    }

    @Test
    void namesTheOptionsOfTheClaimsIfOneIsNoPointer() {
        int code = trial.variable("KEYSTEAD_AUTH_ROLE_CLAIM", "/a~2").run("serve");

        assertThat(code).isEqualTo(2);
        assertThat(trial.errors()).singleElement().asString().contains("auth-role-claim", "JSON pointer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/keys",
                "https://ada:planted@id.example.com/keys",
                "https://id.example.com/keys#planted",
                "https:///keys",
                "ldap://id.example.com/keys"
            })
    void saysInOneLineWhatIsWrongWithTheAddressOfTheTokenKeys(String url) {
        int code = trial.variable("KEYSTEAD_AUTH_JWKS", url).run("serve");

        assertThat(code).isEqualTo(2);
        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("keystead: KEYSTEAD_AUTH_JWKS: the URL must ")
                .doesNotContain("planted");
    }

    @Test
    void saysInOneLineThatTheIssuerCannotBeAskedForItsKeys() {
        int code = trial.without("KEYSTEAD_AUTH_JWKS")
                .variable("KEYSTEAD_AUTH_ISSUER", "http://id.example.com")
                .run("serve");

        assertThat(code).isEqualTo(2);
        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("keystead: KEYSTEAD_AUTH_ISSUER: the URL must begin with https");
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "HANG"})
    void startsWithoutItsKeyServerAndAnswers503(Behaviour behaviour) {
        try (KeyServer keys = KeyServer.with("{}")) {
            keys.behave(behaviour);
            trial.variable("KEYSTEAD_AUTH_JWKS", keys.url())
                    .whileItRuns(server ->
                            assertThat(status(server.address(), "any")).isEqualTo(503));
            Instant begin = Instant.now();

            assertThat(trial.run("serve")).isZero();

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(trial.output()).singleElement().asString().startsWith("Keystead ready on ");
        }
    }

    @Test
    void findsTheKeysOfItsIssuer() throws IOException {
        Path own = folder.resolve("keystead-dev");
        try (KeyServer keys = KeyServer.with(Files.readString(own.resolve("token-public-keys.json")))) {
            String token = TokenIssuer.read(own.resolve("token-signing-key.json"))
                    .issue(new TokenRequest(
                            keys.issuer(),
                            "keystead",
                            new Subject("me"),
                            Map.of(new OrgId("acme"), Set.of(Role.VIEWER)),
                            Duration.ofMinutes(5)));
            trial.without("KEYSTEAD_AUTH_JWKS")
                    .variable("KEYSTEAD_AUTH_ISSUER", keys.issuer())
                    .whileItRuns(server ->
                            assertThat(status(server.address(), token)).isEqualTo(200));

            assertThat(trial.run("serve")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void saysInOneLineThatTheDatabaseWasNotMigrated(String url) {
        int code = trial.variable("KEYSTEAD_STORAGE_URL", url)
                .variable("KEYSTEAD_STORAGE_MIGRATE", "false")
                .run("serve");

        assertThat(code).isEqualTo(1);
        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors()).singleElement().asString().endsWith("it has to be migrated");
    }

    static Stream<String> emptyDatabases() {
        return Stream.of("jdbc:h2:mem:", Postgres.newSchema());
    }

    @Test
    void showsNoPasswordOfAPostgresThatIsOutOfReach() {
        try (FaultyProxy network = FaultyProxy.to(Postgres.port())) {
            String url = "jdbc:postgresql://127.0.0.1:" + network.port() + "/keystead?user=keeper";
            network.refuse();

            int code = trial.variable("KEYSTEAD_STORAGE_URL", url + "&password=planted-1")
                    .variable("KEYSTEAD_STORAGE_PASSWORD", "planted-2")
                    .run("serve");

            assertThat(code).isEqualTo(1);
            assertThat(trial.errors())
                    .singleElement()
                    .asString()
                    .startsWith("keystead: storage " + url)
                    .endsWith("the storage is out of reach")
                    .doesNotContain("planted");
        }
    }

    private String storeASecretUnderTheDevelopmentKey() {
        Trial developer = new Trial(folder);
        developer.run("token", "--sub", "me", "--org", "acme=admin");
        String token = developer.output().get(0);
        developer.whileItRuns(
                server -> assertThat(create(server.address(), token)).isEqualTo(200));
        assertThat(developer.run("dev", "--http-port", "0")).isZero();
        return KeySet.read(folder.resolve("keystead-dev/keyset.json")).keyIds().get(0);
    }

    private static int create(String address, String token) {
        String body =
                "{\"org_id\":\"acme\",\"type\":\"azure\",\"name\":\"one\",\"specific\":{\"tenant\":\"contoso.com\","
                        + "\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",\"key\":\"not-a-real-secret\"},\"comments\":\"\"}";
        return send(HttpRequest.newBuilder(URI.create(address + "/v1/organizations/credentials/create"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private static int status(String address, String token) {
        return send(HttpRequest.newBuilder(URI.create(address + "/v1/organizations/credentials/list?org_id=acme"))
                .header("Authorization", "Bearer " + token));
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
