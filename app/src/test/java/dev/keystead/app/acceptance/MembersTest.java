package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest extends AcceptanceTest {

    private static final String ID_RULE = "must be 1 to 64 of A-Z a-z 0-9 -";

    @Test
    @DisplayName("H-36 everything that is wrong is told at once")
    void refusesAllWrongMembersTogether() {
        String body = "{\"org_id\":\"" + org + "\",\"type\":\"azure\",\"name\":7,\"nmae\":\"x\","
                + "\"specific\":{\"tenant\":\"common\",\"clientid\":\"x\",\"key\":\"\"},\"comments\":null}";

        Reply reply = admin.with("Idempotency-Key", "a b").post("/create?limit=1&action=list_credentials", body);

        ProblemReply.invalid(reply)
                .hasErrors(
                        "pointer /name: must be a string",
                        "pointer /nmae: unknown member, did you mean \"name\"?",
                        "pointer /specific/tenant: must name one tenant: common, organizations and consumers stand for many."
                                + " Give its GUID or domain name",
                        "pointer /specific/clientId: is required",
                        "pointer /specific/clientid: unknown member, did you mean \"clientId\"?",
                        "pointer /specific/key: must be the client secret's value: 1 to 256 visible ASCII characters",
                        "pointer /comments: must be a string",
                        "parameter action: must be add_credential",
                        "parameter limit: unknown parameter",
                        "header Idempotency-Key: must be 1 to 128 visible ASCII characters");
        assertThat(list().body()).isEqualTo("{\"status\":200,\"credentials\":[]}");
    }

    @Test
    @DisplayName("H-36 of very many errors the first are told, and how many there are")
    void tellsTheFirstOfVeryMany() {
        String names =
                IntStream.range(0, 5_000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));
        String parameters = IntStream.range(0, 1_000).mapToObj(i -> "a" + i).collect(Collectors.joining("&"));

        Reply ofBody = admin.post("/create", "{" + names + "}");
        Reply ofQuery = admin.get("/list?org_id=" + org + "&" + parameters);

        assertThat(ProblemReply.invalid(ofBody).json().get("detail").asString())
                .isEqualTo("5004 members are invalid; the first 50 are told");
        assertThat(ofBody.body()).contains("/org_id").contains("/x45\"").doesNotContain("/x46\"");
        assertThat(ProblemReply.invalid(ofQuery).json().get("errors").size()).isEqualTo(50);
        assertThat(ofBody.body().length() + ofQuery.body().length()).isLessThan(10_000);
    }

    @Test
    @DisplayName("H-36 the answer, to the byte")
    void answersInTheFormOfTheContract() {
        String body = Bodies.create(org, "aws", "one", "{\"role\":\"arn:aws:iam::1:role/x\"}");

        Reply reply = admin.with("X-Request-Id", "r-1").post("/create?x=1", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(ProblemReply.invalid(reply).json().get("errors").size()).isEqualTo(2);
        assertThat(reply.body())
                .startsWith("{\"type\":\"urn:keystead:problem:invalid-request\",\"title\":\"Invalid request\","
                        + "\"status\":400,\"detail\":\"2 members are invalid\",\"response\":\"2 members are invalid\","
                        + "\"request_id\":\"r-1\",\"errors\":[{")
                .contains("{\"pointer\":\"/specific/role\","
                        + "\"detail\":\"must be an IAM role ARN, such as arn:aws:iam::123456789012:role/NAME\"}")
                .contains("{\"parameter\":\"x\",\"detail\":\"unknown parameter\"}")
                .endsWith("}]}");
    }

    @Test
    @DisplayName("H-39 missing members are told by the pointers that they would have")
    void refusesMissingMembers() {
        ProblemReply.invalid(admin.post("/create", "{}"))
                .hasErrors(
                        "pointer /org_id: is required",
                        "pointer /type: is required",
                        "pointer /name: is required",
                        "pointer /specific: is required");
        ProblemReply.invalid(admin.post("/update", "{}"))
                .hasErrors(
                        "pointer /org_id: is required",
                        "pointer /credential_id: is required",
                        "pointer /data: is required");
        ProblemReply.invalid(admin.post("/delete", "{}"))
                .hasErrors("pointer /org_id: is required", "pointer /credential_id: is required");
        ProblemReply.invalid(agent.post("/usage", "{}"))
                .hasErrors(
                        "pointer /org_id: is required",
                        "pointer /credential_id: is required",
                        "pointer /resources: is required");
        ProblemReply.invalid(agent.post("/resolve", "{}"))
                .hasErrors(
                        "pointer /org_id: is required",
                        "pointer /credential_id: is required",
                        "pointer /purpose: is required");
    }

    @Test
    @DisplayName("H-39 missing parameters are told by name")
    void refusesMissingParameters() {
        ProblemReply.invalid(admin.get("/list")).hasErrors("parameter org_id: is required");
        ProblemReply.invalid(admin.get("/history")).hasErrors("parameter org_id: is required");
        ProblemReply.invalid(admin.get("/describe"))
                .hasErrors("parameter org_id: is required", "parameter credential_id: is required");
        ProblemReply.invalid(admin.get("/setup"))
                .hasErrors("parameter org_id: is required", "parameter type: is required");
    }

    @Test
    @DisplayName("H-39 the members of a present parent are told one by one")
    void refusesMissingMembersOfAParent() {
        ProblemReply.invalid(admin.post("/create", Bodies.create(org, "azure", "one", "{}")))
                .hasErrors(
                        "pointer /specific/tenant: is required",
                        "pointer /specific/clientId: is required",
                        "pointer /specific/key: is required");
    }

    @Test
    @DisplayName("H-40 nothing is converted")
    void refusesWrongTypes() {
        String body = "{\"org_id\":7,\"type\":true,\"name\":[\"x\"],\"specific\":\"{}\",\"comments\":{}}";

        ProblemReply.invalid(admin.post("/create", body))
                .hasErrors(
                        "pointer /org_id: must be a string",
                        "pointer /type: must be a string",
                        "pointer /name: must be a string",
                        "pointer /specific: must be an object",
                        "pointer /comments: must be a string");
    }

    @ParameterizedTest
    @DisplayName("H-40 an integer is a number without a fraction")
    @ValueSource(strings = {"\"7\"", "1.0", "1.5", "1e2", "true", "[]", "null"})
    void refusesWhatIsNotAnInteger(String resources) {
        String body = Bodies.usage(org, "x", 7).replace(":7}", ":" + resources + "}");

        ProblemReply.invalid(agent.post("/usage", body)).hasErrors("pointer /resources: must be an integer");
    }

    @Test
    @DisplayName("H-41 null is invalid everywhere")
    void refusesNull() {
        String update = "{\"org_id\":null,\"credential_id\":null,\"data\":null,\"reason\":null}";
        String data = "{\"name\":null,\"comments\":null,\"specific\":null}";
        String specific = "{\"specific\":{\"clientId\":null,\"key\":null}}";

        ProblemReply.invalid(admin.post("/update", update))
                .hasErrors(
                        "pointer /org_id: must be a string",
                        "pointer /credential_id: must be a string",
                        "pointer /data: must be an object",
                        "pointer /reason: must be a string");
        ProblemReply.invalid(update("x", data))
                .hasErrors(
                        "pointer /data/name: must be a string",
                        "pointer /data/comments: must be a string",
                        "pointer /data/specific: must be an object");
        ProblemReply.invalid(update("x", specific))
                .hasErrors(
                        "pointer /data/specific/clientId: must be a string",
                        "pointer /data/specific/key: must be a string");
        assertThat(ProblemReply.invalid(
                                agent.post("/usage", Bodies.usage(org, "x", 1).replace("}", ",\"time\":null}")))
                        .errors())
                .containsExactly("pointer /time: must be a string");
    }

    @Test
    @DisplayName("H-44 a credential id that is not well-formed is refused by the pointer")
    void refusesMalformedIds() {
        ProblemReply.invalid(remove("a_b")).hasErrors("pointer /credential_id: " + ID_RULE);
        ProblemReply.invalid(describe("a_b")).hasErrors("parameter credential_id: " + ID_RULE);
    }
}
