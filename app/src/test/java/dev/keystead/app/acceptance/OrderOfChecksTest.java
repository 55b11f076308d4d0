package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that two neighbouring checks would refuse: the earlier one answers. */
class OrderOfChecksTest extends AcceptanceTest {
    private static final BodyPublisher NO_BODY = BodyPublishers.noBody();

    @Test
    @DisplayName("H-69 path before method")
    void checksThePathBeforeTheMethod() {
        ProblemReply.of(anonymous.send("DELETE", BASE + "/nothing", NO_BODY), 404, "not-found");
        ProblemReply.of(anonymous.send("POST", BASE + "/list/", NO_BODY), 404, "not-found");
    }

    @Test
    @DisplayName("H-69 method before token")
    void checksTheMethodBeforeTheToken() {
        ProblemReply.of(anonymous.send("DELETE", BASE + "/list", NO_BODY), 405, "method-not-allowed");
        ProblemReply.of(anonymous.send("POST", BASE + "/setup", NO_BODY), 405, "method-not-allowed");
    }

    @Test
    @DisplayName("H-69 token before media type")
    void checksTheTokenBeforeTheMediaType() {
        ProblemReply.of(post(anonymous, "text/plain", "x"), 401, "unauthorized");
        ProblemReply.of(post(anonymous.bearing("x"), "text/plain", "x"), 401, "unauthorized");
    }

    @Test
    @DisplayName("H-69 token before members")
    void checksTheTokenBeforeTheMembers() {
        ProblemReply.of(anonymous.get("/list?x=1"), 401, "unauthorized");
        ProblemReply.of(anonymous.get("/setup?org_id=" + org + "&type=oracle"), 401, "unauthorized");
    }

    @Test
    @DisplayName("H-69 media type before size")
    void checksTheMediaTypeBeforeTheSize() {
        ProblemReply.of(post(admin, "text/plain", "x".repeat(70_000)), 415, "unsupported-media-type");
    }

    @Test
    @DisplayName("H-69 size before syntax")
    void checksTheSizeBeforeTheSyntax() {
        ProblemReply.of(post(admin, "application/json", "x".repeat(70_000)), 413, "payload-too-large");
    }

    @Test
    @DisplayName("H-69 syntax before members")
    void checksTheSyntaxBeforeTheMembers() {
        ProblemReply.invalid(admin.post("/create?action=wrong&nothing=1", "{")).standsAlone();
        ProblemReply.invalid(admin.with("If-Match", "x").post("/update", "{\"a\":1,\"a\":2}"))
                .standsAlone();
    }

    @Test
    @DisplayName("H-69 members before permission")
    void checksTheMembersBeforeThePermission() {
        Client viewer = as("grace", "viewer");

        ProblemReply.invalid(viewer.post("/create", Bodies.aws(org, ""))).errors();
        ProblemReply.invalid(viewer.post("/create?action=wrong", Bodies.aws(org, "one")))
                .errors();
        ProblemReply.invalid(viewer.get("/setup?org_id=" + org + "&type=oracle"))
                .errors();
        ProblemReply.invalid(viewer.with("If-Match", "x").post("/delete", Bodies.remove(org, "x")))
                .errors();
    }

    @Test
    @DisplayName("H-69 permission before idempotency")
    void checksThePermissionBeforeTheIdempotency() {
        admin.with("Idempotency-Key", "k")
                .post("/create", Bodies.aws(org, "one"))
                .ok();
        Client demoted = as("ada", "viewer").with("Idempotency-Key", "k");

        ProblemReply.of(demoted.post("/create", Bodies.aws(org, "one")), 403, "forbidden");
        ProblemReply.of(demoted.post("/create", Bodies.aws(org, "two")), 403, "forbidden");
    }

    @Test
    @DisplayName("H-69 permission before credential")
    void checksThePermissionBeforeTheCredential() {
        ProblemReply.of(as("grace", "viewer").post("/delete", Bodies.remove(org, "x")), 403, "forbidden");
        ProblemReply.of(admin.post("/resolve", Bodies.resolve(org, "x")), 403, "forbidden");
    }

    @Test
    @DisplayName("H-69 idempotency before credential")
    void checksTheIdempotencyBeforeTheCredential() {
        String id = createAws("one");
        Client repeating = admin.with("Idempotency-Key", "k");
        repeating.post("/delete", Bodies.remove(org, id)).ok();

        assertThat(repeating.post("/delete", Bodies.remove(org, id)).status()).isEqualTo(200);
        ProblemReply.of(repeating.post("/delete", Bodies.remove(org, "x")), 422, "idempotency-mismatch");
    }

    @Test
    @DisplayName("H-69 credential before the members of its type")
    void checksTheCredentialBeforeTheMembersOfItsType() {
        String foreign = "{\"specific\":{\"role\":\"" + Bodies.ROLE + "\",\"project\":\"" + Bodies.PROJECT + "\"}}";

        ProblemReply.of(update("x", foreign), 404, "not-found");
    }

    @Test
    @DisplayName("H-69 the members of its type before the precondition")
    void checksTheMembersOfItsTypeBeforeThePrecondition() {
        String id = createAws("one");
        String foreign = Bodies.update(org, id, "{\"specific\":{\"project\":\"" + Bodies.PROJECT + "\"}}");

        ProblemReply.invalid(admin.with("If-Match", "\"9\"").post("/update", foreign))
                .hasErrors("pointer /data/specific/project: is not a member of a credential of type aws");
    }

    @Test
    @DisplayName("H-69 credential before precondition")
    void checksTheCredentialBeforeThePrecondition() {
        ProblemReply.of(admin.with("If-Match", "*").post("/delete", Bodies.remove(org, "x")), 404, "not-found");
    }

    @Test
    @DisplayName("H-70 what is answered with a 4xx changed nothing")
    void changesNothingAfterARefusal() {
        String id = createAzure("one");
        Reply before = describe(id);

        update(id, "{\"name\":\"two\",\"specific\":{\"tenant\":\"" + Bodies.TENANT + "\"}}");
        update(id, "{\"name\":\"two\",\"specific\":{\"role\":\"" + Bodies.ROLE + "\"}}");
        admin.with("If-Match", "\"2\"").post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));
        admin.with("If-Match", "\"2\"").post("/delete", Bodies.remove(org, id));
        as("grace", "viewer").post("/delete", Bodies.remove(org, id));
        admin.post("/delete?action=wrong", Bodies.remove(org, id));
        agent.post("/usage", Bodies.usage(org, id, -1));
        agent.post("/resolve", Bodies.resolve(org, "x"));

        assertThat(describe(id).body()).isEqualTo(before.body());
        assertThat(history().each("history", "event")).containsExactly("created");
    }

    private static Reply post(Client client, String contentType, String body) {
        return client.with("Content-Type", contentType).send("POST", BASE + "/create", BodyPublishers.ofString(body));
    }
}
