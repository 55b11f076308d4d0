package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.node.NodeTools;
import dev.keystead.app.wiring.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The console in Chromium, as people use it. Each screen is looked at by axe and for its width; screenshots and what axe said are in {@code
 * target/console}.
 */
@Tag("thorough")
@Timeout(180)
class ConsoleTest {
    private static final Path OUT = Path.of("target", "console").toAbsolutePath();

    @TempDir
    private Path folder;

    private String token;

    @BeforeEach
    void mintAToken() throws IOException {
        Files.createDirectories(OUT);
        new Trial(folder).run("dev", "--http-port", "0"); // makes the keys
        token = token("--org", "acme=admin");
    }

    private String token(String... more) {
        Trial trial = new Trial(folder);
        trial.run(Stream.concat(Stream.of("token", "--sub", "ada"), Stream.of(more))
                .toArray(String[]::new));
        return trial.output().get(0);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 360"})
    void managesCredentials(String scheme, String width) {
        dev(server -> walk("manage", server, scheme, width));
    }

    @Test
    void turnsThePages() {
        withThirty("turnPages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionEnds", "lateAnswers", "emptiedPage"})
    void keepsItsBearings(String fault) {
        withThirty(fault);
    }

    @Test
    void letsPeopleChooseTheirOrganisation() throws IOException {
        token = token("--org", "acme=admin", "--org", "globex=viewer");

        dev(server -> walk("organizations", server, "light", "360"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signInElsewhere", "providerRefuses"})
    void signsInAtTheIssuer(String flow) throws IOException {
        withIssuer(server -> walk(flow, server, "light", "1280"));
    }

    @Test
    void worksWithoutTlsAsFarAsBrowsersLetIt() throws IOException {
        withIssuer(server -> walk(
                "withoutTls",
                "http://keystead.test:" + URI.create(server.address()).getPort(),
                "light",
                "1280"));
    }

    private void withIssuer(Consumer<Server> action) throws IOException {
        Path keys = folder.resolve("keystead-dev");
        try (SignInProvider provider = new SignInProvider(keys)) {
            token = provider.accessToken();
            int code = new Trial(folder)
                    .whileItRuns(action)
                    .run(
                            "serve",
                            "--http-port",
                            "0",
                            "--storage-url",
                            "memory:",
                            "--auth-issuer",
                            provider.issuer(),
                            "--auth-audience",
                            "keystead",
                            "--secrets-keyset",
                            keys.resolve("keyset.json").toString(),
                            "--console-client-id",
                            "console",
                            "--platform-aws-account",
                            "210987654321",
                            "--platform-gcp-service-account",
                            "worker@platform-1.iam.gserviceaccount.com");

            assertThat(code).isZero();
        }
    }

    private void withThirty(String flow) {
        dev(server -> {
            for (int i = 1; i <= 30; i++) {
                create(server, String.format("Account %02d", i));
            }
            walk(flow, server, "light", "1280");
        });
    }

    private void dev(Consumer<Server> action) {
        int code = new Trial(folder)
                .whileItRuns(action)
                .run(
                        "dev",
                        "--http-port",
                        "0",
                        "--storage-url",
                        "memory:",
                        "--platform-aws-account",
                        "210987654321",
                        "--platform-gcp-service-account",
                        "worker@platform-1.iam.gserviceaccount.com");

        assertThat(code).isZero();
    }

    private void walk(String flow, Server server, String scheme, String width) {
        walk(flow, server.address(), scheme, width);
    }

    private void walk(String flow, String address, String scheme, String width) {
        try {
            NodeTools.Outcome outcome =
                    NodeTools.run("console.mjs", flow, address + "/console/", scheme, width, OUT.toString(), token);
            assertThat(outcome.said()).isEmpty();
            assertThat(outcome.code()).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void create(Server server, String name) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server.address() + "/v1/organizations/credentials/create"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofString("{\"org_id\":\"acme\",\"type\":\"gcp\",\"name\":\"" + name
                            + "\",\"specific\":{\"project\":\"acme-production\"},\"comments\":\"\"}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
