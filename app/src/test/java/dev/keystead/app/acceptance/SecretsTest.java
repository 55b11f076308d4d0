package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Bodies.CLIENT_ID;
import static dev.keystead.app.acceptance.Bodies.KEY;
import static dev.keystead.app.acceptance.Bodies.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretsTest extends AcceptanceTest {
    private static final String MASKED =
            "\"specific\":{\"tenant\":\"" + TENANT + "\",\"clientId\":\"" + CLIENT_ID + "\",\"key\":\"********\"}";

    @Test
    @DisplayName("H-56 the key is in no response but resolve's")
    void showsTheKeyToResolveAlone() {
        Client asking = admin.with("Prefer", "return=representation").with("Idempotency-Key", "k");
        Reply created = asking.post("/create", Bodies.azure(org, "one"));
        Reply replayed = asking.post("/create", Bodies.azure(org, "one"));
        String id = created.id();
        Reply resolved = agent.post("/resolve", Bodies.resolve(org, id));
        String rename = Bodies.update(org, id, "{\"name\":\"two\",\"specific\":{\"key\":\"" + KEY + "\"}}");
        Reply updated = admin.with("Prefer", "return=representation").post("/update", rename);
        Reply mismatch = asking.post("/update", rename);

        List<Reply> others = List.of(
                created,
                replayed,
                updated,
                mismatch,
                list(),
                describe(id),
                history(),
                admin.post("/create", Bodies.azure(org, "one").replace("\"azure\"", "\"aws\"")),
                admin.post("/create", Bodies.azure(org, "one").replace("azure", "oracle")),
                as("grace", "viewer").post("/create", Bodies.azure(org, "one")),
                remove(id));
        assertThat(resolved.ok().body()).contains("\"key\":\"" + KEY + "\"");
        assertThat(others).allSatisfy(reply -> {
            assertThat(reply.body()).doesNotContain(KEY);
            assertThat(reply.headers().toString()).doesNotContain(KEY);
        });
    }

    @Test
    @DisplayName("H-56 neither keys nor tokens are in the log")
    void logsNoSecrets() {
        String token = TestServer.SIGNER.sign(Claims.of("ada").in(org, "admin", "agent"));
        Client client = anonymous.bearing(token);

        try (LogCapture log = new LogCapture()) {
            String id = client.post("/create", Bodies.azure(org, "one")).id();
            client.post("/update", Bodies.update(org, id, "{\"specific\":{\"key\":\"" + KEY + "2\"}}"))
                    .ok();
            client.post("/resolve", Bodies.resolve(org, id)).ok();
            client.post("/create", Bodies.azure(org, "one").replace("{", "{" + KEY));
            anonymous.bearing(token + "x").get("/list?org_id=" + org);

            assertThat(String.join("\n", log.events())).doesNotContain(KEY, token);
        }
    }

    @Test
    @DisplayName("H-56 where the key would be, the mask is")
    void masksTheKey() {
        Reply created = admin.with("Prefer", "return=representation").post("/create", Bodies.azure(org, "one"));
        Reply updated = admin.with("Prefer", "return=representation")
                .post("/update", Bodies.update(org, created.id(), "{\"name\":\"two\"}"));

        assertThat(created.body()).contains(MASKED);
        assertThat(updated.body()).contains(MASKED);
        assertThat(describe(created.id()).body()).contains(MASKED);
    }

    @Test
    @DisplayName("H-57 the mask at update leaves the key as it is")
    void keepsTheKeyForTheMask() {
        String id = createAzure("one");

        Reply updated = update(
                id, "{\"specific\":{\"clientId\":\"22222222-2222-3333-4444-555555555555\",\"key\":\"********\"}}");

        assertThat(updated.header("ETag")).isEqualTo("\"2\"");
        assertThat(agent.post("/resolve", Bodies.resolve(org, id)).body())
                .contains("\"clientId\":\"22222222-2222-3333-4444-555555555555\",\"key\":\"" + KEY + "\"");
        assertThat(history().json().get("history").get(1).get("changed").toString())
                .isEqualTo("[\"specific.clientId\"]");
    }

    @Test
    @DisplayName("H-57 the mask alone is an update that changes nothing")
    void acceptsTheMaskAlone() {
        String id = createAzure("one");

        Reply updated = update(id, "{\"specific\":{\"key\":\"********\"}}");

        assertThat(updated.ok().header("ETag")).isEqualTo("\"2\"");
        assertThat(history().json().get("history").get(0).get("changed").isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("H-57 the mask is refused at create")
    void refusesTheMaskAtCreate() {
        Reply reply = admin.post("/create", Bodies.azure(org, "one").replace(KEY, "********"));

        ProblemReply.invalid(reply)
                .hasErrors("pointer /specific/key: must be the client secret's value, not the mask that stands for it");
    }
}
