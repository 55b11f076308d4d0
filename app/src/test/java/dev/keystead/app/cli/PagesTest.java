package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.wiring.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server gives out for people and programs that want to know its API. */
class PagesTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(?!data:|\\.\\.)([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void givesOutTheOpenApiDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/openapi.yaml"));

        dev(server -> {
            HttpResponse<String> answer = get(server, "/openapi.yaml");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(document);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        });
    }

    @Test
    void showsItOnAPageThatIsWholeInTheJar() {
        dev(server -> {
            String page = get(server, "/api/").body();

            List<String> parts = REFERENCE
                    .matcher(page)
                    .results()
                    .map(reference -> reference.group(1))
                    .toList();
            assertThat(parts)
                    .hasSize(4)
                    .allSatisfy(part -> assertThat(get(server, "/api/" + part).statusCode())
                            .as(part)
                            .isEqualTo(200));
            assertThat(page).doesNotContain("http:", "https:", "<style", "style=", "onload");
        });
    }

    @Test
    void givesOutTheConsoleAndNamesItsAddress() {
        List<String> addresses = new ArrayList<>();
        Trial trial = new Trial(folder).whileItRuns(server -> {
            addresses.add(server.address() + "/console/");
            assertThat(get(server, "/console/").body()).contains("<title>Keystead</title>");
            assertThat(get(server, "/console/settings.json").body())
                    .isEqualTo("{\"organizations_claim\":\"orgs\",\"organization_claim\":\"org_id\"}");
            assertThat(policy(server)).endsWith("connect-src 'self'");
        });

        assertThat(trial.run("dev", "--http-port", "0")).isZero();
        assertThat(trial.output()).containsAll(addresses);
    }

    @Test
    void givesOutEveryModuleThatTheConsoleHas() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.list(Path.of("src/main/resources/dev/keystead/app/web/console"))) {
            files = all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.html"))
                    .toList();
        }

        dev(server -> assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(get(server, "/console/" + file).statusCode())
                        .as(file)
                        .isEqualTo(200)));
    }

    @Test
    void letsTheConsoleAskTheIssuerWherePeopleSignIn() throws IOException {
        new Trial(folder).run("dev", "--http-port", "0"); // makes the keys
        Path own = folder.resolve("keystead-dev");

        int code = new Trial(folder)
                .whileItRuns(server -> {
                    assertThat(get(server, "/console/settings.json").body())
                            .contains("\"issuer\":\"https://id.example.com/realms/x\",\"client_id\":\"console\"")
                            .contains("\"scope\":\"openid profile\"");
                    assertThat(policy(server)).endsWith("connect-src 'self' https://id.example.com");
                })
                .run(
                        "serve",
                        "--http-port",
                        "0",
                        "--storage-url",
                        "memory:",
                        "--auth-issuer",
                        "https://id.example.com/realms/x",
                        "--auth-audience",
                        "keystead",
                        "--auth-jwks",
                        own.resolve("token-public-keys.json").toString(),
                        "--secrets-keyset",
                        own.resolve("keyset.json").toString(),
                        "--console-client-id",
                        "console",
                        "--console-scope",
                        "openid profile");

        assertThat(code).isZero();
    }

    @Test
    void refusesAClientOfAnIssuerWhereNobodyCanSignIn() {
        Trial trial = new Trial(folder);

        assertThat(trial.run("serve", "--auth-issuer", "urn:example:issuer", "--console-client-id", "console"))
                .isEqualTo(2);

        assertThat(trial.errors())
                .contains("keystead: --console-client-id needs an auth-issuer that begins with https");
    }

    private String policy(Server server) {
        return get(server, "/console/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/settings.json", "/openapi.yaml", "/api/", "/api", "/api/page.js"})
    void givesOutNothingIfItIsToldNotTo(String path) {
        dev(server -> assertThat(get(server, path).statusCode()).isEqualTo(404), "--console", "false");
    }

    private void dev(Consumer<Server> action, String... more) {
        List<String> arguments = new ArrayList<>(List.of("dev", "--http-port", "0"));
        arguments.addAll(List.of(more));
        assertThat(new Trial(folder).whileItRuns(action).run(arguments.toArray(String[]::new)))
                .isZero();
    }

    private HttpResponse<String> get(Server server, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
