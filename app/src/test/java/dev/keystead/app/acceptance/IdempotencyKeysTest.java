package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest extends AcceptanceTest {

    @Test
    @DisplayName("H-116 another subject's key is another key")
    void tellsSubjectsApart() {
        admin.with("Idempotency-Key", "k")
                .post("/create", Bodies.aws(org, "one"))
                .ok();

        Reply other = as("grace", "owner").with("Idempotency-Key", "k").post("/create", Bodies.gcp(org, "two"));

        assertThat(other.ok().all("Idempotency-Replayed")).isEmpty();
        assertThat(list().each("credentials", "name")).containsExactly("one", "two");
    }

    @Test
    @DisplayName("H-116 the same key in another organisation is another key")
    void tellsOrganisationsApart() {
        String other = newOrg();
        Client both = bearing(Claims.of("ada").with("orgs", "{\"" + org + "\":\"admin\",\"" + other + "\":\"admin\"}"))
                .with("Idempotency-Key", "k");

        both.post("/create", Bodies.aws(org, "one")).ok();
        Reply elsewhere = both.post("/create", Bodies.aws(other, "two"));

        assertThat(elsewhere.ok().all("Idempotency-Replayed")).isEmpty();
    }

    @Test
    @DisplayName("H-117 another request under the key is 422")
    void refusesAnotherRequest() {
        String id = createAzure("one");
        Client client = admin.with("Idempotency-Key", "k");
        String body = Bodies.azure(org, "two");
        client.post("/create", body).ok();

        for (Reply reply : List.of(
                client.post("/create", body.replace("two", "three")),
                client.post("/create", body.replace("as created", "")),
                client.post("/create", body.replace(Bodies.KEY, "k2")),
                client.post("/create", Bodies.aws(org, "two")),
                client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}")),
                client.post("/delete", Bodies.remove(org, id)))) {
            ProblemReply.of(reply, 422, "idempotency-mismatch").standsAlone();
        }
        assertThat(list().each("credentials", "name")).containsExactly("one", "two");
    }

    @Test
    @DisplayName("H-118 failures are not recorded")
    void recordsSuccessesAlone() {
        String id = createAws("one");
        Client client = admin.with("Idempotency-Key", "k");
        ProblemReply.invalid(client.post("/update", Bodies.update(org, id, "{\"name\":\"\"}")));
        ProblemReply.of(client.post("/delete", Bodies.remove(org, "never-had")), 404, "not-found");
        ProblemReply.of(
                client.with("If-Match", "\"9\"").post("/delete", Bodies.remove(org, id)), 412, "precondition-failed");

        Reply reply = client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));

        assertThat(reply.ok().all("Idempotency-Replayed")).isEmpty();
        assertThat(list().each("credentials", "name")).containsExactly("two");
    }

    @Test
    @DisplayName("H-119 sixteen at once have one effect")
    void hasOneEffectForManyAtOnce() throws Exception {
        String id = createAws("one");

        List<Reply> creates = sixteen("k1", "/create", Bodies.azure(org, "two"));
        List<Reply> updates = sixteen("k2", "/update", Bodies.update(org, id, "{\"name\":\"1\"}"));
        List<Reply> removals = sixteen("k3", "/delete", Bodies.remove(org, id));

        for (List<Reply> replies : List.of(creates, updates, removals)) {
            assertThat(replies)
                    .allSatisfy(
                            reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200));
            assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
            assertThat(replies.stream()
                            .filter(reply -> reply.all("Idempotency-Replayed").isEmpty()))
                    .hasSize(1);
        }
        assertThat(creates.stream().map(Reply::id).distinct()).hasSize(1);
        assertThat(list().each("credentials", "name")).containsExactly("two");
        assertThat(history().each("history", "event")).containsExactly("removed", "updated", "created", "created");
    }

    @ParameterizedTest
    @DisplayName("H-121 a key has 1 to 128 visible ASCII characters")
    @ValueSource(strings = {"", "a b", "TOO-LONG"})
    void refusesOtherKeys(String key) {
        String value = key.equals("TOO-LONG") ? "k".repeat(129) : key;
        String id = createAws("one");

        for (Reply reply : List.of(
                admin.with("Idempotency-Key", value).post("/create", Bodies.aws(org, "two")),
                admin.with("Idempotency-Key", value).post("/update", Bodies.update(org, id, "{\"name\":\"x\"}")),
                admin.with("Idempotency-Key", value).post("/delete", Bodies.remove(org, id)))) {
            ProblemReply.invalid(reply).hasErrors("header Idempotency-Key: must be 1 to 128 visible ASCII characters");
        }
    }

    @Test
    @DisplayName("H-121 a key of other bytes is refused")
    void refusesKeysOfOtherBytes() {
        String body = Bodies.aws(org, "one");
        String request = "POST " + Client.BASE + "/create HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                + "Authorization: Bearer "
                + TestServer.SIGNER.sign(Claims.of("ada").in(org, "admin")) + "\r\n"
                + "Idempotency-Key: caf\u00e9\r\n\r\n" + body;

        Reply reply = RawHttp.send(server.port(), request);

        ProblemReply.invalid(reply).hasErrors("header Idempotency-Key: must be 1 to 128 visible ASCII characters");
    }

    @Test
    @DisplayName("H-121 the longest key, and every character")
    void acceptsTheLongestKey() {
        String key = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" + "k".repeat(128 - 32);
        Client client = admin.with("Idempotency-Key", key);
        Reply first = client.post("/create", Bodies.aws(org, "one"));

        assertThat(key).hasSize(128);
        Reply.replays(client.post("/create", Bodies.aws(org, "one")), first);
    }

    @Test
    @DisplayName("H-121 other endpoints ignore the header")
    void ignoresKeysElsewhere() {
        String id = createAzure("one");

        for (String key : List.of("k", "not a key")) {
            Reply used = agent.with("Idempotency-Key", key).post("/usage", Bodies.usage(org, id, 1));
            Reply resolved = agent.with("Idempotency-Key", key).post("/resolve", Bodies.resolve(org, id));
            Reply listed = admin.with("Idempotency-Key", key).get("/list?org_id=" + org);

            assertThat(List.of(used.ok(), resolved.ok(), listed.ok()))
                    .allSatisfy(reply ->
                            assertThat(reply.all("Idempotency-Replayed")).isEmpty());
        }
        assertThat(history().each("history", "event")).containsExactly("resolved", "resolved", "created");
    }

    @Test
    @DisplayName("H-121 two keys are refused")
    void refusesTwoKeys() {
        Reply reply =
                admin.with("Idempotency-Key", "a").with("Idempotency-Key", "b").post("/create", Bodies.aws(org, "one"));

        ProblemReply.invalid(reply).hasErrors("header Idempotency-Key: must be given once");
    }

    private List<Reply> sixteen(String key, String endpoint, String body) throws Exception {
        Client client = admin.with("Idempotency-Key", key);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Reply>> replies = threads.invokeAll(Collections.nCopies(16, () -> client.post(endpoint, body)));
            List<Reply> done = new ArrayList<>();
            for (Future<Reply> reply : replies) {
                done.add(reply.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
