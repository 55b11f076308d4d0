package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest extends AcceptanceTest {

    @Test
    @DisplayName("H-114 a repeated create has one effect and the first answer")
    void replaysACreate() {
        Client client = admin.with("Idempotency-Key", "k");
        Reply first = client.post("/create", Bodies.azure(org, "one"));

        Reply again = client.post("/create", Bodies.azure(org, "one"));

        assertThat(first.ok().all("Idempotency-Replayed")).isEmpty();
        Reply.replays(again, first);
        assertThat(list().each("credentials", "id")).containsExactly(first.id());
        assertThat(history().each("history", "event")).containsExactly("created");
    }

    @Test
    @DisplayName("H-114 a repeated update replays the version that it made, whatever came since")
    void replaysAnUpdate() {
        String id = createAws("one");
        Client client = admin.with("Idempotency-Key", "k").with("Prefer", "return=representation");
        Reply first = client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));
        update(id, "{\"name\":\"three\"}").ok();

        Reply again = client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));

        Reply.replays(again, first);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(describe(id).body()).contains("\"name\":\"three\"");
        remove(id).ok();
        Reply.replays(client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}")), first);
    }

    @Test
    @DisplayName("H-114 a repeated removal does not meet 404")
    void replaysARemoval() {
        String id = createAws("one");
        Client client = admin.with("Idempotency-Key", "k");
        Reply first = client.post("/delete", Bodies.remove(org, id));

        Reply again = client.post("/delete", Bodies.remove(org, id));

        Reply.replays(again, first);
        assertThat(history().each("history", "event")).containsExactly("removed", "created");
    }

    @Test
    @DisplayName("H-114 a key is forgotten after 24 hours")
    void forgetsAKeyAfterADay(@TempDir Path folder) {
        try (TestServer own = TestServer.over(kind.open(folder), folder)) {
            Client client = Client.of(own.port())
                    .bearing(TestServer.SIGNER.sign(Claims.of("ada").in(org, "admin")))
                    .with("Idempotency-Key", "k");
            Reply first = client.post("/create", Bodies.aws(org, "one"));
            own.clock().advance(Duration.ofHours(24).minusMillis(1));
            Reply.replays(client.post("/create", Bodies.aws(org, "one")), first);

            own.clock().advance(Duration.ofMillis(1));
            Reply later = client.post("/create", Bodies.aws(org, "one"));

            assertThat(later.ok().all("Idempotency-Replayed")).isEmpty();
            assertThat(later.id()).isNotEqualTo(first.id());
        }
    }

    @Test
    @DisplayName("H-115 action, headers and layout do not count")
    void ignoresTheLayoutOfTheRequest() {
        Client client = admin.with("Idempotency-Key", "k");
        Reply first = client.post("/create", Bodies.aws(org, "one"));
        String laidOut = "{ \"name\" : \" \\u006fne \", \"comments\":\"as created\",\n\"specific\": {\"role\":\""
                + Bodies.ROLE + "\"}, \"type\":\"aws\",\"org_id\":\"" + org + "\" }";

        Reply.replays(client.post("/create?action=add_credential", Bodies.aws(org, "one")), first);
        Reply.replays(client.post("/create", laidOut), first);
        Reply.replays(client.with("If-Match", "\"7\"").post("/create", Bodies.aws(org, "one")), first);
        assertThat(list().each("credentials", "name")).containsExactly("one");
    }

    @Test
    @DisplayName("H-115 gap and gcp are the same request")
    void takesGapAsTheSameRequest() {
        Client client = admin.with("Idempotency-Key", "k");
        Reply first = client.post("/create", Bodies.gcp(org, "one"));

        Reply.replays(client.post("/create", Bodies.gcp(org, "one").replace("\"gcp\"", "\"gap\"")), first);
    }

    @Test
    @DisplayName("H-115 a replay has the first answer's representation, or has none")
    void replaysTheFirstRepresentation() {
        Client plain = admin.with("Idempotency-Key", "k1");
        Client shown = admin.with("Idempotency-Key", "k2");
        String body = Bodies.azure(org, "one");
        Reply firstPlain = plain.post("/create", body);
        Reply firstShown = shown.with("Prefer", "return=representation").post("/create", body);

        Reply.replays(plain.with("Prefer", "return=representation").post("/create", body), firstPlain);
        Reply.replays(shown.post("/create", body), firstShown);
        assertThat(firstShown.body()).contains("\"credential\":{");
    }

    @Test
    @DisplayName("H-115 a replayed update does not look at If-Match again")
    void replaysAConditionalUpdate() {
        String id = createAws("one");
        Client client = admin.with("Idempotency-Key", "k").with("If-Match", "\"1\"");
        Reply first = client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));

        Reply.replays(client.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}")), first);
    }

    @Test
    @DisplayName("H-120 another server on the same storage knows the key")
    void isKnownToAnotherServer(@TempDir Path folder) {
        Client client = admin.with("Idempotency-Key", "k");
        Reply first = client.post("/create", Bodies.azure(org, "one"));

        try (TestServer second = TestServer.over(new SharedStorage(server.storage()), folder)) {
            Client elsewhere = Client.of(second.port())
                    .bearing(TestServer.SIGNER.sign(Claims.of("ada").in(org, "admin")))
                    .with("Idempotency-Key", "k");

            Reply.replays(elsewhere.post("/create", Bodies.azure(org, "one")), first);
            ProblemReply.of(elsewhere.post("/create", Bodies.azure(org, "two")), 422, "idempotency-mismatch");
        }
    }
}
