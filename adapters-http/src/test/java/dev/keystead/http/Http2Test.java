package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.http.testing.TestCertificate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What limits requests does so over HTTP/2 as well, and does not touch the other requests of the same connection. */
@Timeout(60)
class Http2Test {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration FOR_A_HANDSHAKE = Duration.ofSeconds(20);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofMinutes(1), FOR_A_HANDSHAKE, LIMIT, LIMIT, 8 * 1024 * 1024, LIMIT);
    private static final Timeouts PATIENT_WITH_BODIES =
            new Timeouts(Duration.ofMinutes(1), LIMIT, LIMIT.multipliedBy(20), LIMIT, 8 * 1024 * 1024, LIMIT);

    @TempDir
    private Path directory;

    private final HeldRepository storage = new HeldRepository();
    private TestCertificate certificate;
    private HttpAdapter server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        certificate = TestCertificate.make(directory, "EC");
        start(TIMEOUTS);
    }

    private void start(Timeouts timeouts) throws IOException {
        server = HttpAdapter.start(
                HttpConfig.loopback(0).with(certificate.writeTo(directory)),
                timeouts,
                TestServer.useCases(storage.repository()),
                TestServer.tokens(),
                Clock.systemUTC());
        client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    @AfterEach
    void stop() {
        storage.makeFinite();
        storage.letGo();
        server.close();
    }

    @Test
    void answersABodyThatTakesTooLongWith408AndServesOnBesides() throws Exception {
        try (RawHttp2 raw = RawHttp2.connect(server.port(), certificate)) {
            RawHttp2.Exchange slow = raw.begin("POST", "create");
            for (int i = 0; i < 60 && !slow.isAnswered(); i++) {
                slow.send(" ");
                Thread.sleep(50);
            }

            assertThat(slow.status()).isEqualTo(408);
            assertThat(raw.begin("GET", "nowhere").status()).isEqualTo(404);
        }
    }

    @Test
    void letsALongUploadGoOnBesideARequestThatEnds() throws Exception {
        server.close();
        start(PATIENT_WITH_BODIES);
        try (RawHttp2 raw = RawHttp2.connect(server.port(), certificate)) {
            RawHttp2.Exchange upload = raw.begin("POST", "create");
            for (int i = 0; i < 60; i++) {
                upload.send(" ");
                if (i == 10) {
                    assertThat(raw.begin("GET", "nowhere").status()).isEqualTo(404);
                }
                Thread.sleep(50);
            }
            upload.end("{}");

            assertThat(upload.status()).isEqualTo(400);
        }
    }

    @Test
    void opensNoTunnel() throws Exception {
        try (RawHttp2 raw = RawHttp2.connect(server.port(), certificate)) {
            RawHttp2.Exchange tunnel = raw.tunnel();

            assertThatThrownBy(tunnel::status).hasMessageContaining("the stream was reset");
            assertServesOn();
        }
    }

    @Test
    void isNotKeptBusyByTunnelsThatAreNone() throws Exception {
        try (RawFrames raw = RawFrames.connect(server.port(), certificate)) {
            for (int i = 0; i < 20; i++) {
                raw.request(":method", "CONNECT", ":scheme", "https", ":authority", "localhost", ":path", "/");
            }
            raw.awaitAnswer();
        }
        assertServesOn();
        Duration before = timeOfHttpThreads();
        Thread.sleep(1_000);
        assertThat(timeOfHttpThreads().minus(before)).isLessThan(Duration.ofMillis(500));
    }

    /** How long the processors worked for the server. */
    private static Duration timeOfHttpThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-"))
                .map(thread -> Duration.ofNanos(Math.max(0, threads.getThreadCpuTime(thread.getId()))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        byte[] tooLarge = new byte[RequestBody.LIMIT * 4];

        HttpResponse<String> answer = send(create(BodyPublishers.ofByteArray(tooLarge)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("problem:payload-too-large");
        assertServesOn();
    }

    @Test
    void refusesHeadersThatAreTooLong() throws Exception {
        HttpResponse<String> answer = send(request("list?org_id=acme").header("X-Long", "x".repeat(20_000)));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.body()).contains("problem:headers-too-large");
    }

    @Test
    void refusesATargetThatIsTooLong() throws Exception {
        HttpResponse<String> answer = send(request("list?org_id=" + "x".repeat(20_000)));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.body()).contains("problem:uri-too-long");
    }

    @Test
    void countsTheTargetToTheHeaders() throws Exception {
        HttpResponse<String> answer =
                send(request("list?org_id=" + "x".repeat(10_000)).header("X-Long", "x".repeat(10_000)));

        assertThat(answer.statusCode()).isEqualTo(431);
    }

    @Test
    void cutsOffWhoTakesALongAnswerTooSlowly() throws Exception {
        storage.makeEndless();
        try (RawHttp2 raw = RawHttp2.connect(server.port(), certificate)) {
            RawHttp2.Exchange unread = raw.begin("GET", "list?org_id=acme");

            assertThat(unread.status()).isEqualTo(200);
            unread.awaitReset();
        }
        storage.makeFinite();
        assertServesOn();
    }

    @Test
    void finishesARunningRequestWhenTheServerEnds() throws Exception {
        storage.hold();
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(request("list?org_id=acme").build(), BodyHandlers.ofString());
        storage.awaitLists(1);

        CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);
        Thread.sleep(300);
        HttpResponse<String> late = send(request("list?org_id=acme"));
        storage.letGo();

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(running.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        end.get(10, TimeUnit.SECONDS);
    }

    private void assertServesOn() throws Exception {
        assertThat(send(request("list?org_id=acme")).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder create(HttpRequest.BodyPublisher body) {
        return request("create").header("Content-Type", "application/json").POST(body);
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + server.port() + "/v1/organizations/credentials/" + endpoint))
                .header("Authorization", "Bearer acme");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return answer;
    }
}
