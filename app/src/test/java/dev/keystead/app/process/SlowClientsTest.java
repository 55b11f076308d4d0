package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is started, beside hundreds of clients that send a byte a second. */
@Tag("thorough")
class SlowClientsTest {
    private static final int MANY = 300;
    private static final int TOO_LONG = 90;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** For so many there is no place; the default. */
    private static final int TOO_MANY = MANY - 256;

    private static final String PATH = "/v1/organizations/credentials/";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.dev(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesOthersWhileHeadersDoNotEnd() throws Exception {
        Others others = besides("GET " + PATH + "list HTTP/1.1\r\nX-Slow: ", 'a', 0);

        assertThat(others.answers).containsExactly(200);
        assertThat(others.seconds).isBetween(9, 20);
    }

    @Test
    void refusesOthersWhileBodiesDoNotEndAndRecovers() throws Exception {
        Others others = besides(create("Authorization: Bearer " + server.token() + "\r\n"), ' ', TOO_MANY);

        assertThat(others.answers).containsExactly(200, 503);
        assertThat(others.seconds).isBetween(19, 60);
        assertThat(status()).isEqualTo(200);
    }

    @Test
    void servesOthersWhileBodiesOfStrangersDoNotEnd() throws Exception {
        Others others = besides(create(""), ' ', MANY);

        assertThat(others.answers).containsExactly(200);
        assertThat(others.seconds).isBetween(9, 40);
    }

    @Test
    void closesConnectionsOnWhichNothingHappens() throws Exception {
        try (TrickleClients idle = new TrickleClients(' ', 1).connect(server.address(), MANY, "")) {
            Thread.sleep(80_000);

            idle.goOn(); // the first byte on a connection that was closed is answered by its end
            assertThat(idle.goOn()).isZero();
        }
    }

    /** What others get once a second, from when so many slow clients were refused until the last of them has lost its connection. */
    private Others besides(String beginning, char more, int refused) throws Exception {
        SortedSet<Integer> answers = new TreeSet<>();
        long start = System.nanoTime();
        int seconds = 0;
        try (TrickleClients slow = new TrickleClients(more, 1_000).connect(server.address(), MANY, beginning)) {
            // Before, another's request might have the place that a slow client is refused, and that all others find
            // free then.
            slow.awaitAnswers(refused, AT_ONCE);
            while (slow.goOn() > 0 && seconds < TOO_LONG) {
                answers.add(status());
                Thread.sleep(1_000);
                seconds = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds();
            }
        }
        return new Others(answers, seconds);
    }

    private String create(String authorization) {
        return "POST " + PATH + "create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + authorization
                + "Content-Length: 60000\r\n\r\n";
    }

    private int status() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + PATH + "list?org_id=acme"))
                .timeout(AT_ONCE)
                .header("Authorization", "Bearer " + server.token())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private record Others(SortedSet<Integer> answers, int seconds) {}
}
