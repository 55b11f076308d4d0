package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that say or take a byte now and then, on a server that waits for seconds where others wait for ten. */
class SlowClientsTest {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofMinutes(1), LIMIT, LIMIT.multipliedBy(2), LIMIT, 64 * 1024, LIMIT);
    private static final Timeouts QUICK = new Timeouts(LIMIT, LIMIT, LIMIT, LIMIT, 64 * 1024, LIMIT);
    private static final int AT_ONCE = 8;
    private static final String NOWHERE = RawClient.head("GET", "nowhere");

    private final HeldRepository storage = new HeldRepository();
    private TestServer server = new TestServer(storage.repository(), new HttpLimits(0, AT_ONCE), TIMEOUTS);
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        storage.makeFinite();
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/organizations/", "GET / HTTP/1.1\r\nX-A: ", "\r\n"})
    void closesAConnectionOnWhichHeadersDoNotEnd(String beginning) throws IOException {
        RawClient client = connect().send(beginning);
        long start = System.nanoTime();

        String said = client.trickle(beginning.equals("\r\n") ? "\r\n" : "a", PAUSE);

        assertThat(said).isEmpty();
        assertThat(since(start)).isGreaterThan(LIMIT);
    }

    @Test
    void closesAConnectionOnWhichTheHeadersOfALaterRequestDoNotEnd() throws IOException {
        RawClient client = connect().send(RawClient.list());
        client.answer();

        assertThat(client.send("GET /").trickle("a", PAUSE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 60000", "Transfer-Encoding: chunked"})
    void answersABodyThatTakesTooLongWith408(String length) throws IOException {
        RawClient client = connect().send(RawClient.head("POST", "create", length));
        long start = System.nanoTime();

        String said = client.trickle(length.startsWith("T") ? "1\r\n \r\n" : " ", PAUSE);

        assertIsTimeout(said);
        assertThat(since(start)).isGreaterThan(LIMIT);
    }

    @Test
    void answersABodyThatStopsWith408() throws IOException {
        RawClient client = connect().send(RawClient.head("POST", "create", "Content-Length: 10") + "{");

        assertIsTimeout(client.rest());
    }

    @Test
    void answersABodyThatWasAskedForAndDoesNotComeWith408() throws IOException {
        RawClient client =
                connect().send(RawClient.head("POST", "create", "Content-Length: 10", "Expect: 100-continue"));

        assertThat(client.answer()).startsWith("HTTP/1.1 100 ");
        assertIsTimeout(client.rest());
    }

    @Test
    void closesAConnectionOnWhichTheRestOfARefusedBodyDoesNotEnd() throws IOException {
        RawClient client = connect().send(RawClient.head("POST", "create", "Content-Length: 70000"));

        assertThat(client.trickle(" ", PAUSE)).startsWith("HTTP/1.1 413 ").doesNotContain("408");
    }

    @Test
    void closesAConnectionOnWhichTheRestOfARefusedBodyDoesNotCome() throws IOException {
        RawClient client = connect().send(RawClient.head("POST", "create", "Content-Length: 70000") + " ");
        long start = System.nanoTime();

        assertThat(client.rest()).startsWith("HTTP/1.1 413 ");
        assertThat(since(start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void cutsOffAClientThatTakesALongAnswerTooSlowly() throws Exception {
        storage.makeEndless();
        for (int i = 0; i < AT_ONCE; i++) {
            connect().send(RawClient.list()).read(100);
        }

        assertThat(connect().send(NOWHERE).answer()).startsWith("HTTP/1.1 503 ");
        assertServesAgain();
    }

    @Test
    void endsTheListThatItHasCutOff() throws Exception {
        storage.makeEndless();
        RawClient client = connect().send(RawClient.list());

        client.read(100);
        Thread.sleep(LIMIT.multipliedBy(3).toMillis());
        storage.makeFinite();

        assertThat(client.rest()).doesNotContain("]}");
    }

    @Test
    void closesAConnectionOnWhichNothingHappens() throws IOException {
        server.close();
        server = new TestServer(storage.repository(), HttpLimits.DEFAULT, QUICK);
        RawClient fresh = connect();
        RawClient used = connect().send(RawClient.list());
        used.answer();

        assertThat(fresh.rest()).isEmpty();
        assertThat(used.rest()).isEmpty();
    }

    @Test
    void servesOthersAgainOnceAsManySlowOnesAsItTakesAreCutOff() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            RawClient client =
                    connect().send(RawClient.head("POST", "create", "Content-Length: 100", "Expect: 100-continue"));
            assertThat(client.answer()).startsWith("HTTP/1.1 100 ");
            slow.add(client);
        }

        assertThat(connect().send(NOWHERE).answer()).startsWith("HTTP/1.1 503 ");
        for (RawClient client : slow) {
            assertIsTimeout(client.rest());
        }
        assertServesAgain();
    }

    @Test
    void letsAClientTakeItsTimeBetweenRequests() throws Exception {
        RawClient client = connect();
        long start = System.nanoTime();
        while (since(start).compareTo(LIMIT.multipliedBy(4)) < 0) {
            assertThat(client.send(RawClient.list()).answer()).startsWith("HTTP/1.1 200 ");
            Thread.sleep(400);
        }
    }

    @Test
    void letsAClientSendItsBodyInPieces() throws Exception {
        RawClient client = connect().send(RawClient.head("POST", "create", "Content-Length: 2"));
        Thread.sleep(100);
        client.send("{");
        Thread.sleep(100);
        client.send("}");

        assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains("/org_id");
    }

    private void assertServesAgain() throws Exception {
        long start = System.nanoTime();
        String answer = connect().send(NOWHERE).answer();
        while (answer.startsWith("HTTP/1.1 503 ") && since(start).compareTo(Duration.ofSeconds(20)) < 0) {
            Thread.sleep(50);
            answer = connect().send(NOWHERE).answer();
        }
        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    private static void assertIsTimeout(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("Connection: close", "urn:keystead:problem:invalid-request", "X-Request-Id: ");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private RawClient connect() throws IOException {
        RawClient client = new RawClient(server.port());
        clients.add(client);
        return client;
    }
}
