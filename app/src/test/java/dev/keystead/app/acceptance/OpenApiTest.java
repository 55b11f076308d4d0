package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code docs/openapi.yaml} says is what the server does, and the other way round. */
class OpenApiTest extends AcceptanceTest {
    @Test
    @DisplayName("H-135 the document has the server's endpoints, parameters, members and headers, and no others")
    void describesTheServer() {
        assertThat(drift(ApiDocument.read())).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("H-135 a document that differs in one place is found out")
    @CsvSource(
            delimiter = '|',
            value = {
                "credentials/usage:            | credentials/usages:         | endpoints",
                "credentials/resolve:§    post | credentials/resolve:§    put | methods of",
                "[report_usage]                | [report_use]                | the action of",
                "name: name_prefix             | name: prefix                | members of the request of",
                "§        purpose:             | §        reasons:           | members of the request of",
                "credential_id, resources]     | credential_id]              | required members of",
                "§        resources_total:     | §        total:             | members of the answer of",
                "§        external_id:         | §        externalId:        | members of the answer of",
                "§            Credential-Id:   | §            Id:            | headers of the answer of"
            })
    void findsADifference(String piece, String instead, String difference) {
        String changed = ApiDocument.changed(piece.replace('§', '\n'), instead.replace('§', '\n'));

        assertThat(drift(ApiDocument.of(changed))).anyMatch(found -> found.startsWith(difference));
    }

    @Test
    @DisplayName("H-135 the document has the members of a problem")
    void describesProblems() {
        Set<String> members = new TreeSet<>();
        for (Reply problem : List.of(
                anonymous.get("/list"),
                admin.get("/list"),
                admin.post("/create", "{}"),
                admin.with("If-Match", "3").post("/delete", Bodies.remove(org, "one")))) {
            JsonNode body = problem.json();
            assertThat(body.get("status").intValue())
                    .isEqualTo(problem.status())
                    .isGreaterThan(399);
            members.addAll(ApiDocument.membersOf(body));
        }

        assertThat(ApiDocument.read().operations())
                .allSatisfy(operation -> assertThat(operation.replyMembers(400)).isEqualTo(members));
    }

    @Test
    @DisplayName("H-135 the document has the headers that each endpoint heeds")
    void describesTheHeadersOfRequests() {
        assertThat(ApiDocument.read().operations())
                .allSatisfy(operation ->
                        assertThat(operation.headers()).as(operation.path()).isEqualTo(heeded(operation)));
    }

    /** Conditions and keys that are malformed are refused where they are heeded; a preference is seen in the answers. */
    private Set<String> heeded(ApiOperation operation) {
        Set<String> heeded = new TreeSet<>(Set.of("X-Request-Id"));
        Client client = admin.with("If-Match", "3").with("Idempotency-Key", "a b");
        Reply reply = operation.method().equals("GET")
                ? client.get(operation.endpoint())
                : client.post(operation.endpoint(), "{}");
        ProblemReply.invalid(reply).errors().stream()
                .filter(error -> error.startsWith("header "))
                .map(error -> error.substring("header ".length()).replaceFirst(":.*", ""))
                .forEach(heeded::add);
        if (operation.replyHeaders(200).contains("preference-applied")) {
            heeded.add("Prefer");
        }
        return heeded;
    }

    private List<String> drift(ApiDocument document) {
        return ApiDrift.of(document, anonymous, admin, WholeApi.of(org, admin, agent));
    }
}
