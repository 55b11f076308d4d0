package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.inmemory.InMemoryStorage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a server gives out beside its endpoints. */
class DocumentsTest {
    private static final String PAGE = "<!doctype html><title>é</title>";

    private static final int AT_ONCE = 8;
    private static final int OF_DOCUMENTS = 2;
    private static final int BIG = 16 * 1024 * 1024;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static HttpAdapter server;

    @BeforeAll
    static void start() {
        server = HttpAdapter.start(
                HttpConfig.loopback(0)
                        .with(List.of(
                                FixedDocument.of("/page/", "text/html;charset=utf-8", PAGE.getBytes(UTF_8)),
                                FixedDocument.of("/asks/", "text/html;charset=utf-8", new byte[0])
                                        .asking("https://id.example.com:8443"),
                                FixedDocument.of("/big", "application/octet-stream", new byte[BIG]),
                                FixedDocument.of("/page/a.js", "text/javascript;charset=utf-8", "1".getBytes(UTF_8))))
                        .with(new HttpLimits(0, AT_ONCE)),
                TestServer.useCases(new InMemoryStorage().repository()),
                TestServer.tokens(),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesADocumentToEverybody() throws Exception {
        HttpResponse<String> page = send("GET", "/page/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(PAGE);
        assertThat(page.headers().map())
                .containsEntry("content-type", List.of("text/html;charset=utf-8"))
                .containsEntry("cache-control", List.of("no-cache"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsKeys("etag", "x-request-id");
        assertThat(send("GET", "/page/a.js").body()).isEqualTo("1");
    }

    @Test
    void letsAPageDoNothingButWhatItNeeds() throws Exception {
        String policy = send("GET", "/page/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy.split("; "))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe", "*", "http");
    }

    @Test
    void letsAPageAskOneOtherServer() throws Exception {
        assertThat(send("GET", "/asks/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy.split("; ")).contains("connect-src 'self' https://id.example.com:8443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[FE80::1]:8443", "http://[::ffff:192.0.2.1]", "https://my_idp.local"})
    void letsAPageAskAServerHoweverItIsCalled(String origin) {
        assertThat(FixedDocument.of("/x/", "text/html", new byte[0])
                        .asking(origin)
                        .policy())
                .endsWith(" " + origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://id.example.com/", "https://a b", "https://a; script-src *", "javascript:", ""})
    void letsAPageAskNothingThatIsNoOrigin(String origin) {
        FixedDocument page = FixedDocument.of("/x/", "text/html", new byte[0]);

        assertThatThrownBy(() -> page.asking(origin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersHeadWithoutTheContent() throws Exception {
        HttpResponse<String> page = send("HEAD", "/page/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEmpty();
        assertThat(page.headers().firstValue("ETag"))
                .isEqualTo(send("GET", "/page/").headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"a\", %s", "\"a,b\",W/%s , ", "*"})
    void sendsNothingAnewThatTheClientHas(String ifNoneMatch) throws Exception {
        HttpResponse<String> page = send("GET", "/page/");
        String etag = page.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = CLIENT.send(
                request("/page/")
                        .header("If-None-Match", ifNoneMatch.formatted(etag))
                        .build(),
                BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(etag);
        assertThat(again.headers().firstValue("Content-Length"))
                .isEqualTo(page.headers().firstValue("Content-Length"));
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(page.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "\"", "a*", "x\"%s\"", "\"a\" \"b\""})
    void sendsWhatTheClientHasNot(String ifNoneMatch) throws Exception {
        String etag = send("GET", "/page/").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> answer = CLIENT.send(
                request("/page/")
                        .header("If-None-Match", ifNoneMatch.formatted(etag))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
    }

    @Test
    void hasAnotherTagForOtherContent() throws Exception {
        assertThat(send("GET", "/page/a.js").headers().firstValue("ETag"))
                .isNotEqualTo(send("GET", "/page/").headers().firstValue("ETag"));
    }

    @Test
    void givesABigOneWhole() throws Exception {
        HttpResponse<byte[]> big = CLIENT.send(request("/big").build(), BodyHandlers.ofByteArray());

        assertThat(big.body()).hasSize(BIG);
        assertThat(big.headers().firstValue("Content-Length")).contains(String.valueOf(BIG));
    }

    @Test
    void leavesPlacesForTheEndpointsHoweverSlowlyDocumentsAreTaken() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < OF_DOCUMENTS; i++) {
                RawClient client = new RawClient(server.port());
                slow.add(client);
                client.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n").read(1);
            }

            HttpResponse<String> another = send("GET", "/page/");
            assertThat(another.statusCode()).isEqualTo(503);
            assertThat(another.headers().firstValue("Retry-After")).isPresent();
            assertThat(send("GET", CredentialRoutes.BASE + "/list").statusCode())
                    .isEqualTo(401);
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
        awaitServed();
    }

    /** The server notices soon that they are gone. */
    private void awaitServed() throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (send("GET", "/page/").statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void findsADirectoryWithoutItsSlash() throws Exception {
        HttpResponse<String> page = send("GET", "/page");

        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/page/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> answer = send(method, "/page/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).contains("problem:method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/b.js", "/page/a.js/", "/page/%2e%2e/a.js", "/", "/page/..%2fpage/"})
    void hasNothingElse(String path) throws Exception {
        assertThat(send("GET", path).statusCode()).isIn(400, 404);
    }

    @Test
    void leavesTheEndpointsAsTheyAre() throws Exception {
        HttpResponse<String> answer = send("GET", CredentialRoutes.BASE + "/list");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKeys("content-security-policy", "etag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page", "/v1/organizations/credentials/list"})
    void isNotWhereAnEndpointIs(String path) {
        assertThatThrownBy(() -> FixedDocument.of(path, "text/plain", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return CLIENT.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }
}
