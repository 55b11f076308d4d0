package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, each with connections of its own. */
class TwoServersTest {
    private static final int AT_ONCE = 16;
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private String url;
    private final List<TestServer> servers = new ArrayList<>();
    private ExecutorService clients;

    @BeforeEach
    void startServers() {
        url = Postgres.newSchema();
        servers.add(start());
        servers.add(start());
        clients = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterEach
    void stopServers() throws InterruptedException {
        clients.shutdownNow();
        clients.awaitTermination(1, TimeUnit.MINUTES);
        servers.forEach(TestServer::close);
    }

    @Test
    @DisplayName("H-120 a key that one server was given is known to the other, and after a restart of both")
    void knowTheKeysOfEachOther() {
        Reply first = keyed(0, "k").post("/create", Bodies.azure("acme", "one"));

        Reply.replays(keyed(1, "k").post("/create", Bodies.azure("acme", "one")), first);
        ProblemReply.of(keyed(1, "k").post("/create", Bodies.azure("acme", "two")), 422, "idempotency-mismatch");
        restart();
        Reply.replays(keyed(0, "k").post("/create", Bodies.azure("acme", "one")), first);
        assertThat(names()).containsExactly("one");
    }

    @Test
    @DisplayName("H-119 many at once on both servers have one effect")
    void haveOneEffectForManyAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "k" + round;
            String body = Bodies.azure("acme", "name " + round);

            List<Reply> replies = atOnce(server -> keyed(server, key).post("/create", body));

            assertThat(replies).extracting(Reply::status).containsOnly(200);
            assertThat(replies)
                    .extracting(Reply::id)
                    .hasSize(AT_ONCE)
                    .containsOnly(replies.get(0).id());
        }
        assertThat(names()).hasSize(ROUNDS).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("H-111 of many updates at once of one version, on both servers, one is applied")
    void haveOneWinner() throws Exception {
        String id = admin(0).post("/create", Bodies.aws("acme", "one")).id();
        for (int version = 1; version <= ROUNDS; version++) {
            String tag = "\"" + version + "\"";
            String data = "{\"name\":\"name " + version + "\"}";

            List<Reply> replies = atOnce(
                    server -> admin(server).with("If-Match", tag).post("/update", Bodies.update("acme", id, data)));

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(replies).filteredOn(reply -> reply.status() == 412).hasSize(AT_ONCE - 1);
        }
    }

    @Test
    @DisplayName("H-113 updates of different members at once, on both servers, all hold")
    void mergeMembers() throws Exception {
        String id = admin(0).post("/create", Bodies.aws("acme", "one")).id();
        for (int round = 0; round < ROUNDS; round++) {
            String name = "{\"name\":\"name " + round + "\"}";
            String comments = "{\"comments\":\"comments " + round + "\"}";

            Future<Reply> one = clients.submit(() -> admin(0).post("/update", Bodies.update("acme", id, name)));
            Future<Reply> other = clients.submit(() -> admin(1).post("/update", Bodies.update("acme", id, comments)));

            one.get().ok();
            other.get().ok();
            assertThat(admin(0).get("/describe?org_id=acme&credential_id=" + id).body())
                    .contains("\"name\":\"name " + round + "\"", "\"comments\":\"comments " + round + "\"")
                    .contains("\"version\":" + (1 + 2 * (round + 1)));
        }
    }

    @Test
    @DisplayName("H-128 many first uses at once, on both servers, get one external id")
    void giveOneExternalId() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String org = "org-" + round;

            List<Reply> replies = atOnce(server -> admin(server, org).get("/setup?org_id=" + org + "&type=aws"));

            assertThat(replies).extracting(Reply::status).containsOnly(200);
            assertThat(replies)
                    .extracting(Reply::body)
                    .containsOnly(replies.get(0).body());
            ids.add(replies.get(0).json().get("setup").get("external_id").asString());
        }
        assertThat(ids).hasSize(ROUNDS).doesNotHaveDuplicates();
    }

    private interface Request {
        Reply sendTo(int server);
    }

    /** Sends so many at once, to both servers in turn. */
    private List<Reply> atOnce(Request request) throws Exception {
        List<Callable<Reply>> calls = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> (Callable<Reply>) () -> request.sendTo(number % 2))
                .toList();
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : clients.invokeAll(calls)) {
            replies.add(reply.get());
        }
        return replies;
    }

    private TestServer start() {
        return TestServer.over(new JdbcStorageProvider().open(StorageConfig.of(url)), folder);
    }

    private void restart() {
        servers.forEach(TestServer::close);
        servers.clear();
        servers.add(start());
    }

    private List<String> names() {
        return admin(0).get("/list?org_id=acme").each("credentials", "name");
    }

    private Client keyed(int server, String key) {
        return admin(server).with("Idempotency-Key", key);
    }

    private Client admin(int server) {
        return admin(server, "acme");
    }

    private Client admin(int server, String org) {
        return Client.of(servers.get(server).port())
                .bearing(SIGNER.sign(Claims.of("ada").in(org, "admin")));
    }
}
