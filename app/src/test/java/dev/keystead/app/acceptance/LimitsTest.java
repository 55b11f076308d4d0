package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.http.HttpLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees of a server that bears little. */
@ParameterizedClass(name = "{0}")
@EnumSource(StorageKind.class)
class LimitsTest {
    private static final String ORG = "acme";
    private static final String LIST = "/list?org_id=" + ORG;
    private static final int MANY = 100;

    @Parameter
    StorageKind kind;

    @TempDir
    Path folder;

    private TestServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("H-131 a subject that asks too often is told when to come back")
    void refusesWhoAsksTooOften() throws InterruptedException {
        start(new HttpLimits(1, 10));

        Reply refused = until(429, client("ada"), "GET", LIST);
        long seconds = Long.parseLong(refused.header("Retry-After"));
        Thread.sleep(seconds * 1_000);

        ProblemReply.of(refused, 429, "too-many-requests").standsAlone();
        assertThat(seconds).isBetween(1L, 2L);
        client("ada").get(LIST).ok();
    }

    @Test
    @DisplayName("H-131 other subjects are not affected")
    void countsEachSubjectForItself() {
        start(new HttpLimits(1, 10));

        until(429, client("ada"), "GET", LIST);

        client("grace").get(LIST).ok();
    }

    @Test
    @DisplayName("H-131 all tokens of a subject count together, whatever they ask for")
    void countsTheSubjectAndNotTheToken() {
        start(new HttpLimits(1, 10));

        Client elsewhere =
                Client.of(server.port()).bearing(SIGNER.sign(Claims.of("ada").in("globex", "owner")));

        long start = System.nanoTime();
        int admitted = 0;
        for (int i = 0; i < 10; i++) {
            admitted += client("ada").get(LIST).status() == 200 ? 1 : 0;
            admitted += elsewhere.get("/history?org_id=globex").status() == 200 ? 1 : 0;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(admitted).isBetween(2, 2 + (int) taken.plusSeconds(1).toSeconds());
    }

    @Test
    @DisplayName("H-69 path, method and token before the rate limit, which is before all else")
    void checksTheRateLimitBehindTheToken() {
        start(new HttpLimits(1, 10));
        Client ada = client("ada");

        // What is not JSON is refused too, but behind the limit; else this would not end.
        ProblemReply.of(until(429, ada, "POST", "/create"), 429, "too-many-requests");
        ProblemReply.of(send(ada, "GET", "/nowhere"), 404, "not-found");
        ProblemReply.of(send(ada, "PUT", "/create"), 405, "method-not-allowed");
        ProblemReply.of(send(ada.with("Authorization", "Bearer x"), "GET", LIST), 400, "invalid-request");
        ProblemReply.of(send(Client.of(server.port()), "GET", LIST), 401, "unauthorized");
    }

    @Test
    @DisplayName("H-132 a full server says so at once, and serves again")
    void refusesWhatIsTooMuchAtOnce() throws IOException {
        start(new HttpLimits(0, 1));
        try (Socket holder = Transport.current().connect(server.port())) {
            String create = Bodies.aws(ORG, "one");
            String head = "POST " + BASE + "/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + SIGNER.sign(Claims.of("ada").in(ORG, "admin"))
                    + "\r\nContent-Length: " + create.length()
                    + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
            holder.getOutputStream().write(head.getBytes(ISO_8859_1));

            byte[] goAhead = holder.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            Reply refused = client("ada").get(LIST);
            holder.getOutputStream().write(create.getBytes(ISO_8859_1));
            String finished = new String(holder.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(new String(goAhead, ISO_8859_1)).startsWith("HTTP/1.1 100 ");
            ProblemReply.of(refused, 503, "unavailable").standsAlone();
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(finished).startsWith("HTTP/1.1 200 ");
            assertThat(until(200, client("ada"), "GET", LIST).each("credentials", "name"))
                    .containsExactly("one");
        }
    }

    private void start(HttpLimits limits) {
        server = TestServer.over(kind.open(folder), folder, limits);
    }

    private Client client(String subject) {
        return Client.of(server.port()).bearing(SIGNER.sign(Claims.of(subject).in(ORG, "admin")));
    }

    /** Asks until the answer is of this status. */
    private static Reply until(int status, Client client, String method, String endpoint) {
        Reply reply = send(client, method, endpoint);
        for (int i = 0; i < MANY && reply.status() != status; i++) {
            reply = send(client, method, endpoint);
        }
        return reply;
    }

    private static Reply send(Client client, String method, String endpoint) {
        return client.send(method, BASE + endpoint, BodyPublishers.noBody());
    }
}
