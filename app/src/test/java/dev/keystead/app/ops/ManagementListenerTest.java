package dev.keystead.app.ops;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.config.Address;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementListenerTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Tokens tokens = new Tokens();
    private final Readiness readiness = new Readiness(storage, tokens);
    private final HttpClient client = HttpClient.newHttpClient();
    private ManagementListener listener;

    @BeforeEach
    void listen() {
        listener = ManagementListener.start(new Address("127.0.0.1", 0), readiness, () -> "a_metric 1\n");
    }

    @AfterEach
    void close() {
        listener.close();
        storage.close();
    }

    @Test
    void showsMetrics() throws Exception {
        assertThat(get("/metrics")).satisfies(answer -> says(answer, 200, "a_metric 1"));
    }

    @Test
    void isReadyOnceTheServerListensAndUntilItEnds() throws Exception {
        assertThat(get("/readyz")).satisfies(answer -> says(answer, 503, "starting"));

        readiness.started();
        assertThat(get("/readyz")).satisfies(answer -> says(answer, 200, "ok"));

        readiness.ending();
        assertThat(get("/readyz")).satisfies(answer -> says(answer, 503, "ending"));
    }

    @Test
    void isNotReadyWithoutItsStorageNorWithoutTokenKeys() throws Exception {
        readiness.started();
        storage.close();
        tokens.ready = false;

        HttpResponse<String> answer = get("/readyz");

        assertThat(answer).satisfies(both -> says(both, 503, "no token keys yet\nthe storage does not answer"));
    }

    @Test
    void isReadyAgainWhenTheKeysArrive() throws Exception {
        readiness.started();
        tokens.ready = false;
        assertThat(get("/readyz").statusCode()).isEqualTo(503);

        tokens.ready = true;

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void isHealthyWhateverElseIsLost() throws Exception {
        storage.close();
        tokens.ready = false;

        assertThat(get("/healthz")).satisfies(answer -> says(answer, 200, "ok"));
    }

    @Test
    void answersNothingElse() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/v1/organizations/credentials/list").statusCode()).isEqualTo(404);

        HttpResponse<String> posted = send(request("/healthz").POST(BodyPublishers.noBody()));

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void answersWhatIsNoRequestInPlainTextAndDoesNotRepeatIt() throws Exception {
        String answer = exchange("GET //planted HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("text/plain").doesNotContain("planted");
    }

    @Test
    void callsAFaultItsOwnAndDoesNotShowIt() throws Exception {
        listener.close();
        listener = ManagementListener.start(new Address("127.0.0.1", 0), readiness, () -> {
            throw new IllegalStateException("planted");
        });

        assertThat(get("/metrics")).satisfies(answer -> says(answer, 500, "an internal error"));
    }

    @Test
    void answersOnceOnAConnection() throws Exception {
        assertThat(exchange("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3)))
                .containsOnlyOnce("a_metric");
    }

    private String exchange(String requests) throws IOException {
        Address address = listener.address();
        try (Socket socket = new Socket(address.host(), address.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(requests.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static void says(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(text + "\n");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + listener.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static final class Tokens implements TokenVerifier {
        private volatile boolean ready = true;

        @Override
        public Identity verify(String token) {
            throw new InvalidTokenException("never called");
        }

        @Override
        public boolean isReady() {
            return ready;
        }
    }
}
