package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest extends AcceptanceTest {

    @Test
    @DisplayName("H-82 the answer to a create, to the byte, for each cloud")
    void createsACredentialOfEachCloud() {
        Stream.of(Bodies.aws(org, "a"), Bodies.azure(org, "b"), Bodies.gcp(org, "c"))
                .forEach(body -> assertThat(admin.post("/create", body).ok().body())
                        .isEqualTo("{\"status\":200,\"response\":\"Credential created\"}"));

        assertThat(list().each("credentials", "type")).containsExactly("aws", "azure", "gcp");
    }

    @Test
    @DisplayName("H-83 gap is taken as gcp")
    void takesGapAsGcp() {
        String id = admin.post("/create", Bodies.gcp(org, "one").replace("\"gcp\"", "\"gap\""))
                .id();

        assertThat(list().each("credentials", "type")).containsExactly("gcp");
        assertThat(describe(id).body()).contains("\"type\":\"gcp\"").doesNotContain("gap");
    }

    @ParameterizedTest
    @DisplayName("H-83 another type is refused, its members unjudged")
    @ValueSource(strings = {"", "AWS", "Aws", "aws ", "oracle", "GAP"})
    void refusesOtherTypes(String type) {
        Reply reply = admin.post("/create", Bodies.create(org, type, "one", "{\"role\":\"x\"}"));

        assertThat(ProblemReply.invalid(reply).errors())
                .singleElement()
                .asString()
                .startsWith("pointer /type: ");
    }

    @ParameterizedTest
    @DisplayName("H-84 every member of the type is required")
    @CsvSource(
            delimiter = ';',
            value = {
                "aws;{};role",
                "gcp;{};project",
                "azure;{\"clientId\":\"" + Bodies.CLIENT_ID + "\",\"key\":\"k\"};tenant",
                "azure;{\"tenant\":\"a.com\",\"key\":\"k\"};clientId",
                "azure;{\"tenant\":\"a.com\",\"clientId\":\"" + Bodies.CLIENT_ID + "\"};key"
            })
    void refusesMissingMembers(String type, String specific, String missing) {
        Reply reply = admin.post("/create", Bodies.create(org, type, "one", specific));

        ProblemReply.invalid(reply).hasErrors("pointer /specific/" + missing + ": is required");
    }

    @ParameterizedTest
    @DisplayName("H-84 members of another type are refused")
    @CsvSource({"aws,project", "aws,key", "azure,role", "gcp,role", "gcp,tenant"})
    void refusesMembersOfAnotherType(String type, String foreign) {
        String body = (type.equals("aws")
                        ? Bodies.aws(org, "one")
                        : type.equals("gcp") ? Bodies.gcp(org, "one") : Bodies.azure(org, "one"))
                .replace("\"specific\":{", "\"specific\":{\"" + foreign + "\":\"x\",");

        assertThat(ProblemReply.invalid(admin.post("/create", body)).errors())
                .singleElement()
                .asString()
                .startsWith("pointer /specific/" + foreign + ": ");
    }

    @Test
    @DisplayName("H-85 absent comments and reasons are empty")
    void acceptsAbsentComments() {
        String id = admin.post("/create", Bodies.aws(org, "one").replace(",\"comments\":\"as created\"", ""))
                .id();
        admin.post("/update", Bodies.update(org, id, "{\"name\":\"two\"}").replace(",\"reason\":\"as updated\"", ""))
                .ok();
        admin.post("/delete", Bodies.remove(org, id).replace(",\"comments\":\"as removed\"", ""))
                .ok();

        assertThat(history().each("history", "reason")).containsExactly("", "", "");
    }

    @Test
    @DisplayName("H-85 absent comments and empty ones are the same request")
    void takesAbsentAsEmpty() {
        Client repeating = admin.with("Idempotency-Key", "k");
        String body = Bodies.aws(org, "one");

        repeating
                .post("/create", body.replace(",\"comments\":\"as created\"", ""))
                .ok();
        Reply again = repeating.post("/create", body.replace("as created", ""));

        assertThat(again.ok().header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(list().each("credentials", "comments")).containsExactly("");
    }

    @Test
    @DisplayName("H-86 names need not be unique")
    void acceptsTheSameNameTwice() {
        createAws("same");
        createAws("same");

        assertThat(list().each("credentials", "name")).containsExactly("same", "same");
    }
}
