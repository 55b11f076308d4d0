package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that is told to end, and what becomes of its clients. */
class ShutdownTest {
    private final HeldRepository storage = new HeldRepository();
    private final TestServer server = new TestServer(storage.repository());
    private final List<RawClient> clients = new ArrayList<>();

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
    void finishesARequestThatIsInTheStorage() throws Exception {
        storage.hold();
        RawClient running = connect().send(RawClient.list());
        storage.awaitLists(1);

        CompletableFuture<Void> end = close();
        Thread.sleep(2_000);
        storage.letGo();

        assertThat(running.answer()).startsWith("HTTP/1.1 200 ").contains("Connection: close");
        assertEnds(end);
    }

    @Test
    void finishesARequestWhoseBodyIsStillOnItsWay() throws Exception {
        RawClient running = connect().send(RawClient.head("POST", "create", "Content-Length: 2") + "{");
        Thread.sleep(1_000);

        CompletableFuture<Void> end = close();
        Thread.sleep(2_000);
        running.send("}");

        assertThat(running.answer())
                .startsWith("HTTP/1.1 400 ")
                .contains("/org_id", "Connection: close")
                .doesNotContain("to its end");
        assertEnds(end);
    }

    @Test
    void finishesAListThatIsBeingRead() throws Exception {
        storage.makeEndless();
        RawClient reader = connect().send(RawClient.list());
        reader.read(100);

        CompletableFuture<Void> end = close();
        Thread.sleep(2_000);
        storage.makeFinite();

        assertThat(reader.rest()).endsWith("]}\r\n0\r\n\r\n");
        assertEnds(end);
    }

    @Test
    void refusesARequestOnAConnectionThatWasKept() throws Exception {
        storage.hold();
        RawClient running = connect().send(RawClient.list());
        RawClient kept = connect().send(RawClient.head("GET", "nowhere"));
        kept.answer();
        storage.awaitLists(1);

        CompletableFuture<Void> end = close();
        Thread.sleep(300);
        String answer = kept.send(RawClient.list()).answer();
        storage.letGo();

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("Connection: close", "Retry-After: 1", "problem:unavailable");
        assertThat(kept.rest()).isEmpty();
        assertThat(running.answer()).startsWith("HTTP/1.1 200 ");
        assertEnds(end);
    }

    @Test
    void refusesARequestOnANewConnectionWhileAnotherRuns() throws Exception {
        storage.hold();
        RawClient running = connect().send(RawClient.list());
        storage.awaitLists(1);

        CompletableFuture<Void> end = close();
        Thread.sleep(300);
        String answer = connect().send(RawClient.list()).answer();
        storage.letGo();

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("Connection: close", "Retry-After: 1", "problem:unavailable");
        assertThat(running.answer()).startsWith("HTTP/1.1 200 ");
        assertEnds(end);
    }

    @Test
    void doesNotWaitForClientsThatAskForNothing() throws Exception {
        for (int i = 0; i < 10; i++) {
            connect();
            connect().send(RawClient.list()).answer();
            connect().send("GET / HT");
        }

        assertEnds(close());
    }

    private CompletableFuture<Void> close() {
        return CompletableFuture.runAsync(server::close);
    }

    private static void assertEnds(CompletableFuture<Void> end) {
        assertThat(end.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
    }

    private RawClient connect() throws IOException {
        RawClient client = new RawClient(server.port());
        clients.add(client);
        return client;
    }
}
