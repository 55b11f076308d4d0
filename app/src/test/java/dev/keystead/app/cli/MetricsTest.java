package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.wiring.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server tells Prometheus. */
class MetricsTest {
    private static final String BASE = "/v1/organizations/credentials";
    private static final Pattern DOCUMENTED = Pattern.compile("`((?:keystead|jvm|process|logback)_[a-z_]+)`");
    private static final Pattern SAMPLE =
            Pattern.compile("[a-z][a-z0-9_]*(\\{([a-z]+=\"[^\"]*\",?)+\\})? [-+0-9.EINaNf]+");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Trial trial;
    private String token;

    @BeforeEach
    void mintAToken() {
        trial = new Trial(folder);
        trial.run("dev", "--http-port", "0"); // makes the keys
        trial.run("token", "--sub", "me", "--org", "acme=admin,agent");
        token = trial.output().get(0);
    }

    @Test
    void countsRequestsByEndpointAndStatus() {
        whileItRuns(server -> {
            send(server, "GET", "/list?org_id=acme", "");
            send(server, "GET", "/list?org_id=acme", "");
            send(server, "GET", "/list?org_id=globex", "");
            send(server, "POST", "/create", "{}");
            send(server, "BREW", "/coffee", "");

            String metrics = scrapeAfter(5, server);

            assertThat(metrics)
                    .contains(
                            requests("GET", BASE + "/list", 200) + " 2\n",
                            requests("GET", BASE + "/list", 403) + " 1\n",
                            requests("POST", BASE + "/create", 400) + " 1\n",
                            requests("other", "none", 404) + " 1\n");
            assertThat(value(metrics, "keystead_token_cache_misses_total")).isEqualTo(1);
            assertThat(value(metrics, "keystead_token_cache_hits_total")).isEqualTo(3);
            assertThat(value(metrics, "keystead_token_cache_size")).isEqualTo(1);
            assertThat(value(metrics, "keystead_token_keys_ready")).isEqualTo(1);
        });
    }

    @Test
    void countsWhatIsSealedAndOpened() {
        whileItRuns(server -> {
            String id = create(server);
            send(
                    server,
                    "POST",
                    "/resolve",
                    "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"purpose\":\"a try\"}");

            String metrics = scrapeAfter(3, server);

            assertThat(value(metrics, "keystead_secrets_seal_seconds_count{outcome=\"done\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "keystead_secrets_open_seconds_count{outcome=\"done\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "keystead_secrets_open_seconds_count{outcome=\"failed\"}"))
                    .isZero();
            assertThat(value(metrics, "keystead_pool_connections_limit")).isEqualTo(10);
            assertThat(value(metrics, "keystead_reseal_secrets_left")).isZero();
        });
    }

    @Test
    void hasNoMoreSeriesForMoreClients() {
        whileItRuns(server -> {
            askAs(server, "one");
            long few = series(scrapeAfter(4, server));

            for (int i = 0; i < 200; i++) {
                askAs(server, "x" + i);
            }

            assertThat(series(scrapeAfter(4 + 200 * 4, server))).isEqualTo(few);
        });
    }

    @Test
    void isWhatTheGuideSaysAndPrometheusReads() {
        whileItRuns(server -> {
            send(server, "GET", "/list?org_id=acme", "");

            String metrics = scrapeAfter(1, server);

            assertThat(names(metrics)).containsAll(documented());
            assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                    .allSatisfy(line -> assertThat(line).matches(SAMPLE));
            assertThat(names(metrics)).noneMatch(name -> name.matches(".*_(ns|ms|millis|mb)(_total)?"));
        });
    }

    @Test
    void areNotOnThePublicPort() {
        whileItRuns(server ->
                assertThat(get(server.address() + "/metrics").statusCode()).isEqualTo(404));
    }

    /** An organisation, an id, a request id, a path and a method that nobody has used before. */
    private void askAs(Server server, String name) {
        send(server, "GET", "/list?org_id=" + name, "");
        send(server, "GET", "/describe?org_id=acme&credential_id=" + name, "");
        send(server, "GET", "/" + name, "");
        send(server, "M" + name, "/list", "");
    }

    private void whileItRuns(Consumer<Server> action) {
        trial.whileItRuns(action);
        assertThat(trial.run("dev", "--http-port", "0")).isZero();
    }

    private String create(Server server) {
        send(
                server,
                "POST",
                "/create",
                "{\"org_id\":\"acme\",\"type\":\"azure\",\"name\":\"one\",\"specific\":{\"tenant\":\"contoso.com\","
                        + "\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",\"key\":\"not-a-real-secret\"},\"comments\":\"\"}");
        return send(server, "GET", "/list?org_id=acme", "").body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    /** A request is counted after its answer, so that it may come late. */
    private String scrapeAfter(int requests, Server server) {
        for (int i = 0; i < 500; i++) {
            String metrics = scrape(server);
            if (value(metrics, "keystead_http_requests_seconds_count") >= requests) {
                return metrics;
            }
        }
        throw new AssertionError("not all requests are counted");
    }

    private String scrape(Server server) {
        HttpResponse<String> answer = get(server.managementAddress().orElseThrow() + "/metrics");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain;version=0.0.4"));
        return answer.body();
    }

    private static String requests(String method, String route, int status) {
        return "keystead_http_requests_seconds_count{method=\"" + method + "\",route=\"" + route + "\",status=\""
                + status + "\"}";
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " ") || line.startsWith(series + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long series(String metrics) {
        return metrics.lines().filter(line -> line.startsWith("keystead_")).count();
    }

    private static Set<String> names(String metrics) {
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> documented() {
        try {
            List<String> names = DOCUMENTED
                    .matcher(Files.readString(Path.of("../docs/run.md")))
                    .results()
                    .map((MatchResult name) -> name.group(1))
                    .toList();
            assertThat(names).hasSizeGreaterThan(10);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(Server server, String method, String endpoint, String body) {
        return send(HttpRequest.newBuilder(URI.create(server.address() + BASE + endpoint))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
