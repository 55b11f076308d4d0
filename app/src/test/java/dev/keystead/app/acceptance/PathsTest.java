package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest extends AcceptanceTest {

    @Test
    @DisplayName("H-01 doubled slashes are as single ones")
    void answersPathsWithDoubledSlashes() {
        String doubled = BASE.replace("/", "//") + "//delete?action=remove_credential";
        String id = createAws("one");

        Reply reply = admin.with("Content-Type", "application/json")
                .send("POST", doubled, BodyPublishers.ofString(Bodies.remove(org, id)));

        assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential removed\"}");
        assertThat(list().body()).isEqualTo("{\"status\":200,\"credentials\":[]}");
    }

    @ParameterizedTest
    @DisplayName("H-02 every other path is 404")
    @ValueSource(
            strings = {
                "/",
                "/v1",
                BASE,
                BASE + "/",
                BASE + "/list/",
                BASE + "/list/x",
                BASE + "/List",
                BASE + "/nothing",
                "/v2/organizations/credentials/list"
            })
    void answersOtherPathsWith404(String path) {
        Reply reply = admin.send("GET", path + "?org_id=" + org, BodyPublishers.noBody());

        ProblemReply.of(reply, 404, "not-found").standsAlone();
    }

    @ParameterizedTest
    @DisplayName("H-03 every other method is 405 with Allow")
    @CsvSource({
        "list,GET",
        "describe,GET",
        "history,GET",
        "setup,GET",
        "create,POST",
        "update,POST",
        "delete,POST",
        "usage,POST",
        "resolve,POST"
    })
    void answersOtherMethodsWith405(String endpoint, String allowed) {
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"}) {
            if (!method.equals(allowed)) {
                Reply reply = admin.send(method, BASE + "/" + endpoint, BodyPublishers.noBody());

                ProblemReply.of(reply, 405, "method-not-allowed").standsAlone();
                assertThat(reply.header("Allow")).isEqualTo(allowed);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("H-03 HEAD is 405 without a body")
    @CsvSource({"list,GET", "setup,GET", "resolve,POST"})
    void answersHeadWith405(String endpoint, String allowed) {
        Reply reply = admin.send("HEAD", BASE + "/" + endpoint + "?org_id=" + org, BodyPublishers.noBody());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    @DisplayName("H-04 the Content-Type of a GET is ignored")
    void ignoresTheContentTypeOfAGet() {
        for (String type : new String[] {"application/json", "text/plain", "nonsense"}) {
            Reply reply = admin.with("Content-Type", type).get("/list?org_id=" + org);

            assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"credentials\":[]}");
        }
    }

    @Test
    @DisplayName("H-04 the parameters of a POST do not stand in its query")
    void refusesMembersInTheQueryOfAPost() {
        Reply reply = admin.post("/create?org_id=" + org, Bodies.aws(org, "one"));

        ProblemReply.invalid(reply).hasErrors("parameter org_id: unknown parameter");
    }

    @Test
    @DisplayName("H-05 action may be absent")
    void answersWithoutAnAction() {
        String id = createAws("one");

        assertThat(list().ok().status()).isEqualTo(200);
        assertThat(describe(id).ok().status()).isEqualTo(200);
        assertThat(history().ok().status()).isEqualTo(200);
        assertThat(setup("azure").ok().status()).isEqualTo(200);
        assertThat(update(id, "{\"name\":\"two\"}").ok().status()).isEqualTo(200);
        assertThat(admin.post("/usage", Bodies.usage(org, id, 1)).ok().status()).isEqualTo(200);
        assertThat(agent.post("/resolve", Bodies.resolve(org, id)).ok().status())
                .isEqualTo(200);
        assertThat(remove(id).ok().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-06 each endpoint accepts its own action")
    void answersWithTheRightAction() {
        String id = admin.post("/create?action=add_credential", Bodies.aws(org, "one"))
                .id();
        String of = "&org_id=" + org;

        admin.get("/list?action=list_credentials" + of).ok();
        admin.get("/describe?action=describe_credential" + of + "&credential_id=" + id)
                .ok();
        admin.get("/history?action=list_history" + of).ok();
        admin.get("/setup?action=describe_setup" + of + "&type=azure").ok();
        admin.post("/update?action=update_credential", Bodies.update(org, id, "{\"name\":\"two\"}"))
                .ok();
        admin.post("/usage?action=report_usage", Bodies.usage(org, id, 1)).ok();
        agent.post("/resolve?action=resolve_credential", Bodies.resolve(org, id))
                .ok();
        Reply removed = admin.post("/delete?action=remove_credential", Bodies.remove(org, id));

        assertThat(removed.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential removed\"}");
    }

    @ParameterizedTest
    @DisplayName("H-06 another action is refused")
    @ValueSource(strings = {"", "list_credentials ", "LIST_CREDENTIALS", "add_credential", "x"})
    void refusesAnotherAction(String action) {
        Reply reply = admin.get("/list?org_id=" + org + "&action=" + Bodies.query(action));

        ProblemReply.invalid(reply).hasErrors("parameter action: must be list_credentials");
    }

    @ParameterizedTest
    @DisplayName("H-06 another action is refused at every endpoint without a body")
    @CsvSource({"list,list_credentials", "describe,describe_credential", "history,list_history", "setup,describe_setup"
    })
    void refusesAnotherActionOfAGet(String endpoint, String action) {
        Reply reply = admin.get("/" + endpoint + "?action=add_credential");

        assertThat(ProblemReply.invalid(reply).errors()).contains("parameter action: must be " + action);
    }

    @ParameterizedTest
    @DisplayName("H-06 another action is refused at every endpoint with a body, and nothing is done")
    @CsvSource({
        "create,add_credential",
        "update,update_credential",
        "delete,remove_credential",
        "usage,report_usage",
        "resolve,resolve_credential"
    })
    void refusesAnotherActionOfAPost(String endpoint, String action) {
        Reply reply = admin.post("/" + endpoint + "?action=list_credentials", "{}");

        assertThat(ProblemReply.invalid(reply).errors()).contains("parameter action: must be " + action);
    }
}
