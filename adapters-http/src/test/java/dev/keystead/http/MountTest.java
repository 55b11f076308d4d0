package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints within a server of another program: neither gets in the other's way. */
class MountTest {
    private static final String BASE = "/v1/organizations/credentials/";
    private static final String[] TOKEN = {"Authorization", "Bearer acme", "Content-Type", "application/json"};

    private static HostServer host;

    @BeforeAll
    static void start() {
        host = HostServer.with(mount -> mount);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({"/,''", "/,/accounts", "/,/a/b", "/program,''", "/program,/accounts"})
    void servesEveryEndpointBelowEveryPrefix(String contextPath, String prefix) {
        try (HostServer other =
                HostServer.with(mount -> mount.below(prefix), contextPath, new InMemoryStorage().repository())) {
            String base = (contextPath.equals("/") ? "" : contextPath) + prefix + BASE;
            HttpResponse<String> created = other.post(base + "create", aCreate(), TOKEN);
            String id = created.headers().firstValue("Credential-Id").orElseThrow();
            String ids = "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\"";

            assertThat(Stream.of(
                            created,
                            other.get(base + "list?org_id=acme", TOKEN),
                            other.get(base + "describe?org_id=acme&credential_id=" + id, TOKEN),
                            other.post(base + "update", ids + ",\"data\":{\"name\":\"New\"}}", TOKEN),
                            other.post(base + "usage", ids + ",\"resources\":7}", TOKEN),
                            other.post(base + "resolve", ids + ",\"purpose\":\"scan\"}", TOKEN),
                            other.post(base + "delete", ids + "}", TOKEN),
                            other.get(base + "history?org_id=acme", TOKEN),
                            other.get(base + "setup?org_id=acme&type=azure", TOKEN)))
                    .allSatisfy(answer -> assertThat(answer.body()).startsWith("{\"status\":200,"));
        }
    }

    @Test
    void leavesTheHostsRoutesAsTheyAre() {
        HttpResponse<String> hello = host.get("/hello/", "X-Request-Id", "mine");

        assertThat(hello.body()).isEqualTo("hello");
        assertThat(hello.headers().map())
                .containsKey("X-Host")
                .doesNotContainKeys("X-Request-Id", "X-Content-Type-Options", "Cache-Control");
        assertThat(host.get("/json").body()).isEqualTo("\"the host's value\"");
        assertThat(host.get("/long", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1", "/v1/organizations", "/v1/organizations/credentials2", "/failing"})
    void leavesTheHostsErrorsAsTheyAre(String path) {
        HttpResponse<String> refused = host.get(path);

        assertThat(refused.body()).isEqualTo("the host's page");
        assertThat(refused.headers().map()).containsKey("X-Host").doesNotContainKey("X-Request-Id");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing, 404, not-found",
        "GET, list/, 404, not-found",
        "GET, create, 405, method-not-allowed",
        "HEAD, list, 405, ''",
        "OPTIONS, list, 405, method-not-allowed",
        "GET, list?org_id=acme, 401, unauthorized"
    })
    void answersItsOwnErrorsInItsOwnForm(String method, String path, int status, String type) {
        HttpResponse<String> refused = host.other(method, BASE + path);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains(type.isEmpty() ? "" : "urn:keystead:problem:" + type);
        assertThat(refused.headers().map())
                .containsKeys("X-Request-Id", "X-Content-Type-Options", "Cache-Control")
                .doesNotContainKey("X-Host");
    }

    @Test
    void checksInTheOrderOfTheContract() throws IOException {
        String token = "Authorization: Bearer acme\r\n";

        assertThat(statusOfALargeBody("nothing", "")).isEqualTo("404");
        assertThat(statusOfALargeBody("list", "")).isEqualTo("405");
        assertThat(statusOfALargeBody("create", "")).isEqualTo("401");
        assertThat(statusOfALargeBody("create", token)).isEqualTo("415");
        assertThat(statusOfALargeBody("create", token + "Content-Type: application/json\r\n"))
                .isEqualTo("413");
        assertThat(host.post(BASE + "create", "x", TOKEN).statusCode()).isEqualTo(400);
        assertThat(host.post(BASE + "create", aCreate().replace("acme", "globex"), TOKEN)
                        .statusCode())
                .isEqualTo(403);
    }

    /** The body is announced and not sent: the host closes the connection without taking it in. */
    private String statusOfALargeBody(String endpoint, String headers) throws IOException {
        try (RawClient client = new RawClient(host.port())) {
            return client.send("POST " + BASE + endpoint + " HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n" + headers
                            + "\r\n")
                    .answer()
                    .substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//v1/organizations/credentials/list", "/v1/organizations/credentials//list"})
    void readsDoubledSlashesAsSingleOnes(String path) {
        assertThat(host.get(path + "?org_id=acme", TOKEN).body()).startsWith("{\"status\":200,");
    }

    @Test
    void keepsTheMethodOfTheRequestLine() {
        HttpResponse<String> answer = host.get(BASE + "create", "X-HTTP-Method-Override", "POST");

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void treatsARequestForAWebSocketLikeAnyOther() {
        HttpResponse<String> answer =
                host.get(BASE + "list?org_id=acme", "Authorization", "Bearer acme", "Sec-WebSocket-Version", "13");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void neverCompressesWhatMayHoldASecret() {
        for (int i = 0; i < 100; i++) {
            host.post(BASE + "create", aCreate(), TOKEN);
        }
        HttpResponse<String> list =
                host.get(BASE + "list?org_id=acme", "Authorization", "Bearer acme", "Accept-Encoding", "gzip");

        assertThat(list.body()).hasSizeGreaterThan(10_000);
        assertThat(list.headers().map()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void tellsNothingOfAFailureOfItsOwn() {
        CredentialRepository failing = (CredentialRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CredentialRepository.class},
                (proxy, method, arguments) -> {
                    throw new StackOverflowError("deep in " + method.getName());
                });
        try (HostServer other = HostServer.with(mount -> mount, "/", failing)) {
            HttpResponse<String> answer = other.get(BASE + "list?org_id=acme", TOKEN);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("urn:keystead:problem:internal-error")
                    .doesNotContain("deep", "host");
            assertThat(other.get("/hello").body()).isEqualTo("hello");
        }
    }

    @Test
    void limitsTheRateOfItsOwnRequestsAlone() {
        try (HostServer other = HostServer.with(mount -> mount.limitedTo(1))) {
            assertThat(Stream.generate(() -> other.get(BASE + "list?org_id=acme", TOKEN))
                            .limit(4)
                            .map(HttpResponse::statusCode))
                    .contains(200, 429);
            assertThat(Stream.generate(() -> other.get("/hello")).limit(10).map(HttpResponse::statusCode))
                    .containsOnly(200);
        }
    }

    @Test
    void servesTwoRegistriesApart() {
        try (HostServer other = HostServer.with(mount -> mount.below("/one"), mount -> mount.below("/two"))) {
            other.post("/one" + BASE + "create", aCreate(), TOKEN);

            assertThat(other.get("/one" + BASE + "list?org_id=acme", TOKEN).body())
                    .contains("Prod");
            assertThat(other.get("/two" + BASE + "list?org_id=acme", TOKEN).body())
                    .isEqualTo("{\"status\":200,\"credentials\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "accounts", "/accounts/", "/a//b", "/{org}", "/*", "/..", "/a/./b", "/a b"})
    void refusesAPrefixThatIsNoPath(String prefix) {
        assertThatThrownBy(() -> HostServer.with(mount -> mount.below(prefix)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void refusesANegativeRate() {
        assertThatThrownBy(() -> HostServer.with(mount -> mount.limitedTo(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String aCreate() {
        return "{\"org_id\":\"acme\",\"type\":\"gcp\",\"name\":\"Prod\",\"specific\":{\"project\":\"keystead-test\"},"
                + "\"comments\":\"some words\"}";
    }
}
