package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Subject;
import dev.keystead.http.RequestObserver.Answered;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an observer is told of requests, whoever answers them. */
@Timeout(60)
class RequestObserverTest {
    private static final String LIST = "/v1/organizations/credentials/list";
    private static final Timeouts TIMEOUTS = new Timeouts(
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            64 * 1024,
            Duration.ofMinutes(1));

    private final BlockingQueue<Answered> told = new LinkedBlockingQueue<>();
    private final HeldRepository storage = new HeldRepository();
    private HttpAdapter server = start(HttpLimits.DEFAULT, told::add);

    @AfterEach
    void stop() {
        storage.makeFinite();
        storage.letGo();
        server.close();
    }

    @Test
    void tellsOfARequestThatAnEndpointAnswered() throws Exception {
        exchange(RawClient.list().replace("\r\n\r\n", "\r\nX-Request-Id: mine\r\n\r\n"));

        Answered request = next();
        assertThat(request.id()).isEqualTo("mine");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo(LIST);
        assertThat(request.route()).contains(LIST);
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.subject()).contains(new Subject("tester"));
        assertThat(request.organization()).contains(new OrgId("acme"));
        assertThat(request.duration()).isPositive().isLessThan(Duration.ofSeconds(30));
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfARequestWithoutAToken() throws Exception {
        exchange("GET " + LIST + "?org_id=acme HTTP/1.1\r\nHost: x\r\n\r\n");

        assertIsNobodys(next(), LIST, 401);
    }

    @Test
    void tellsOfAMethodThatTheEndpointHasNot() throws Exception {
        exchange("PATCH " + LIST + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertIsNobodys(next(), LIST, 405);
    }

    @Test
    void tellsOfAPathThatIsNotThere() throws Exception {
        exchange("GET /etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n");

        Answered request = next();
        assertThat(request.route()).isEmpty();
        assertThat(request.path()).isEqualTo("/etc/passwd");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.id()).isNotEmpty();
    }

    @Test
    void tellsOfWhatIsNoHttp() throws Exception {
        exchange("GET / HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n");

        Answered request = next();
        assertThat(request.status()).isEqualTo(400);
        assertThat(request.route()).isEmpty();
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n"})
    void inventsNoMethodAndPathForWhatCannotBeRead(String request) throws Exception {
        exchange(request);

        Answered unreadable = next();
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.path()).doesNotContain("bad");
        assertThat(unreadable.method()).isNotEqualTo("BAD");
    }

    @Test
    void tellsOfAPathThatIsCalledAsAnUnreadableOne() throws Exception {
        exchange("GET /badMessage HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(next().path()).isEqualTo("/badMessage");
    }

    @Test
    void countsNoneOfTheTimeThatTheRestOfARefusedBodyTakes() throws Exception {
        try (Socket refused = connect()) {
            send(refused, "POST " + LIST + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
            Thread.sleep(600);
            send(refused, "123456789");

            assertThat(next().duration()).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void tellsOfWhatAFullServerRefuses() throws Exception {
        server.close();
        server = start(new HttpLimits(0, 1), told::add);
        storage.hold();
        try (Socket held = connect()) {
            send(held, RawClient.list());
            storage.awaitLists(1);
            exchange(RawClient.list());

            assertThat(next().status()).isEqualTo(503);
        }
    }

    @Test
    void tellsOfABodyThatDoesNotCome() throws Exception {
        exchange(RawClient.head("POST", "create", "Content-Length: 10") + "{");

        assertThat(next().status()).isEqualTo(408);
    }

    @Test
    void tellsOfAClientThatDoesNotReadOn() throws Exception {
        storage.makeEndless();
        try (Socket slow = connect()) {
            send(slow, RawClient.list());

            assertThat(next().status()).isEqualTo(200);
        }
    }

    @Test
    void answersWhateverBecomesOfTheObserver() throws Exception {
        server.close();
        server = start(HttpLimits.DEFAULT, request -> {
            throw new IllegalStateException("broken");
        });

        assertThat(exchange(RawClient.list())).startsWith("HTTP/1.1 200 ");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void tellsOfEndpointsInAnotherServer() throws Exception {
        Javalin host = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            HttpAdapter.mount(
                    HttpMount.in(javalin).observedBy(told::add),
                    TestServer.useCases(storage.repository()),
                    TestServer.tokens(),
                    Clock.systemUTC());
        });
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), host.start("127.0.0.1", 0).port())) {
            send(client, RawClient.list());

            Answered request = next();
            assertThat(request.route()).contains(LIST);
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.subject()).contains(new Subject("tester"));
        } finally {
            host.stop();
        }
    }

    private static void assertIsNobodys(Answered request, String route, int status) {
        assertThat(request.route()).contains(route);
        assertThat(request.status()).isEqualTo(status);
        assertThat(request.subject()).isEmpty();
        assertThat(request.organization()).isEmpty();
    }

    private Answered next() throws InterruptedException {
        Answered request = told.poll(20, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private HttpAdapter start(HttpLimits limits, RequestObserver observer) {
        return HttpAdapter.start(
                HttpConfig.loopback(0).with(limits).with(observer),
                TIMEOUTS,
                TestServer.useCases(storage.repository()),
                TestServer.tokens(),
                Clock.systemUTC());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(ISO_8859_1));
        out.flush();
    }

    private String exchange(String request) throws IOException {
        try (RawClient client = new RawClient(server.port()).send(request)) {
            return client.answer();
        }
    }
}
