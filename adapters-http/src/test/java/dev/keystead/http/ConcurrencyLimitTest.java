package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HeldRepository storage = new HeldRepository();
    private final List<RawClient> clients = new ArrayList<>();
    private TestServer server;

    @AfterEach
    void stop() throws IOException {
        storage.makeFinite();
        storage.letGo();
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    @Test
    void refusesAtOnceWhatIsTooMuchThoughEveryRequestHoldsAThread() throws Exception {
        start(HttpLimits.DEFAULT.maxConcurrentRequests());
        storage.hold();
        List<RawClient> held = connect(HttpLimits.DEFAULT.maxConcurrentRequests(), RawClient.list());
        storage.awaitLists(held.size());

        RawClient refused = connect().send(RawClient.head("GET", "list?org_id=acme", "X-Request-Id: r-1"));
        String answer = refused.answer();
        String again = refused.send(RawClient.list()).answer();
        storage.letGo();

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains(
                        "Content-Type: application/problem+json",
                        "Retry-After: 1",
                        "X-Request-Id: r-1",
                        "Cache-Control: no-store",
                        "X-Content-Type-Options: nosniff",
                        "\"type\":\"urn:keystead:problem:unavailable\"")
                .doesNotContain("Connection: close");
        assertThat(again).startsWith("HTTP/1.1 503 ");
        for (RawClient client : held) {
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(refused.send(RawClient.list()).answer()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesABodyThatIsStillOnItsWayAndKeepsTheConnection() throws Exception {
        start(1);
        storage.hold();
        RawClient holder = connect().send(RawClient.list());
        storage.awaitLists(1);

        RawClient refused = connect().send(RawClient.head("POST", "create", "Content-Length: 10") + "{\"org");
        String answer = refused.answer();
        storage.letGo();
        holder.answer();

        assertThat(answer).startsWith("HTTP/1.1 503 ");
        String next = refused.send("_id\":" + RawClient.list()).answer();
        for (int i = 0; i < 100 && next.startsWith("HTTP/1.1 503 "); i++) {
            Thread.sleep(20); // the place is free once the server knows that the answer was taken
            next = refused.send(RawClient.list()).answer();
        }
        assertThat(next).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void countsARequestUntilItsAnswerIsTaken() throws Exception {
        start(1);
        storage.makeEndless();
        RawClient reader = connect().send(RawClient.head("GET", "list?org_id=acme", "Connection: close"));
        reader.read(100);

        String meanwhile = connect().send(RawClient.list()).answer();
        storage.makeFinite();
        reader.rest();

        assertThat(meanwhile).startsWith("HTTP/1.1 503 ");
        assertThat(firstAnswerThatIsNot503()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void losesNothingToClientsThatDisappear() throws Exception {
        start(4);
        storage.makeEndless();
        for (int round = 0; round < 20; round++) {
            connect().send("GET /v1/organizations").reset();
            connect()
                    .send(RawClient.head("POST", "create", "Content-Length: 100") + "{\"org_id\":")
                    .reset();
            connect()
                    .send(RawClient.head("POST", "create", "Transfer-Encoding: chunked") + "5\r\n{\"or")
                    .reset();
            connect()
                    .send(RawClient.head("POST", "create", "Expect: 100-continue", "Content-Length: 9"))
                    .reset();
            connect().send(RawClient.list()).reset();
            RawClient reader = connect().send(RawClient.list());
            reader.read(100);
            reader.reset();
        }
        storage.makeFinite();

        firstAnswerThatIsNot503();
        waitUntilAllAreFree(4);
    }

    /** Holds so many requests at once, in the end: those that have not noticed yet that their client is gone still count. */
    private void waitUntilAllAreFree(int count) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        int held;
        do {
            storage.hold();
            List<RawClient> all = connect(count + 1, RawClient.list());
            Thread.sleep(500);
            storage.letGo();
            held = 0;
            for (RawClient client : all) {
                held += client.answer().startsWith("HTTP/1.1 200 ") ? 1 : 0;
            }
        } while (held != count && System.nanoTime() < end);
        assertThat(held).isEqualTo(count);
    }

    private String firstAnswerThatIsNot503() throws IOException {
        long end = System.nanoTime() + SOON.toNanos();
        String answer;
        do {
            answer = connect().send(RawClient.list()).answer();
        } while (answer.startsWith("HTTP/1.1 503 ") && System.nanoTime() < end);
        return answer;
    }

    private void start(int maxConcurrentRequests) {
        server = new TestServer(storage.repository(), new HttpLimits(0, maxConcurrentRequests), Timeouts.DEFAULT);
    }

    private List<RawClient> connect(int count, String request) throws IOException {
        List<RawClient> connected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connected.add(connect().send(request));
        }
        return connected;
    }

    private RawClient connect() throws IOException {
        RawClient client = new RawClient(server.port());
        clients.add(client);
        return client;
    }
}
