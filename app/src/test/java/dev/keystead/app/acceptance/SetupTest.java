package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.AWS_ACCOUNT;
import static dev.keystead.app.acceptance.TestServer.GCP_SERVICE_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SetupTest extends AcceptanceTest {
    private static final int AT_ONCE = 16;
    private static final int ROUNDS = 10;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    @DisplayName("H-126 aws has all members, in order")
    void describesTheSetupOfAws() {
        Reply reply = setup("aws");

        assertThat(reply.ok().json().propertyNames()).containsExactly("status", "setup");
        JsonNode setup = reply.json().get("setup");
        assertThat(setup.propertyNames())
                .containsExactly("type", "external_id", "trusted_account", "documents", "steps");
        assertThat(reply.body())
                .startsWith("{\"status\":200,\"setup\":{\"type\":\"aws\",\"external_id\":\"" + externalId(reply)
                        + "\",\"trusted_account\":\"" + AWS_ACCOUNT
                        + "\",\"documents\":[{\"name\":\"trust-policy.json\","
                        + "\"media_type\":\"application/json\",\"content\":\"{\\n");
        assertThat(setup.get("documents").valueStream().map(document -> List.copyOf(document.propertyNames())))
                .containsExactly(List.of("name", "media_type", "content"), List.of("name", "media_type", "content"));
        assertThat(steps(reply)).anyMatch(step -> step.contains("aws iam create-role --role-name Keystead"));
    }

    @Test
    @DisplayName("H-126 azure has type and steps alone")
    void describesTheSetupOfAzure() {
        Reply reply = setup("azure");

        assertThat(reply.ok().body()).startsWith("{\"status\":200,\"setup\":{\"type\":\"azure\",\"steps\":[\"# ");
        assertThat(reply.json().get("setup").propertyNames()).containsExactly("type", "steps");
        assertThat(steps(reply)).anyMatch(step -> step.contains("az ad app credential reset"));
    }

    @ParameterizedTest
    @DisplayName("H-126 gcp, also by the name gap, has no external id and no documents")
    @ValueSource(strings = {"gcp", "gap"})
    void describesTheSetupOfGcp(String type) {
        Reply reply = setup(type);

        assertThat(reply.ok().body())
                .startsWith("{\"status\":200,\"setup\":{\"type\":\"gcp\",\"trusted_account\":\"" + GCP_SERVICE_ACCOUNT
                        + "\",\"steps\":[\"# ");
        assertThat(reply.json().get("setup").propertyNames()).containsExactly("type", "trusted_account", "steps");
        assertThat(steps(reply)).anyMatch(step -> step.contains("--member=serviceAccount:" + GCP_SERVICE_ACCOUNT));
    }

    @ParameterizedTest
    @DisplayName("H-126 there is no setup of another cloud")
    @ValueSource(strings = {"", "AWS", "oracle", "aws "})
    void refusesAnotherCloud(String type) {
        ProblemReply.invalid(setup(Bodies.query(type))).hasErrors("parameter type: must be aws, azure or gcp");
    }

    @Test
    @DisplayName("H-127 the trust policy lets in the platform's account on the condition of the external id")
    void trustsThePlatformOnTheConditionOfTheExternalId() {
        Reply reply = setup("aws");

        assertThat(document(reply, "trust-policy.json"))
                .isEqualTo(JSON.readTree("""
                {"Version": "2012-10-17",
                 "Statement": [{
                   "Effect": "Allow",
                   "Principal": {"AWS": "arn:aws:iam::%s:root"},
                   "Action": "sts:AssumeRole",
                   "Condition": {"StringEquals": {"sts:ExternalId": "%s"}}}]}
                """.formatted(AWS_ACCOUNT, externalId(reply))));
    }

    @Test
    @DisplayName("H-127 the permission policy lets it read and do nothing else")
    void allowsReadingAlone() {
        JsonNode policy = document(setup("aws"), "permission-policy.json");

        assertThat(policy.get("Version").asString()).isEqualTo("2012-10-17");
        for (JsonNode statement : policy.get("Statement")) {
            assertThat(statement.propertyNames()).containsExactly("Sid", "Effect", "Action", "Resource");
            assertThat(statement.get("Effect").asString()).isEqualTo("Allow");
            assertThat(statement.get("Action").valueStream().map(JsonNode::asString))
                    .isNotEmpty()
                    .allMatch(action -> action.matches("[a-z0-9]+:(Describe|Get|List)[A-Za-z]+"));
        }
    }

    @Test
    @DisplayName("H-128 an external id has 32 letters and digits, and stays")
    void keepsTheExternalId() {
        String first = externalId(setup("aws"));

        assertThat(first).matches("[A-Za-z0-9]{32}");
        assertThat(externalId(setup("aws"))).isEqualTo(first);
        assertThat(externalId(as("grace", "owner").get("/setup?org_id=" + org + "&type=aws")))
                .isEqualTo(first);
    }

    @Test
    @DisplayName("H-128 no two organisations have the same external id")
    void givesEachOrganisationItsOwn() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            org = newOrg();
            ids.add(externalId(as("ada", "admin").get("/setup?org_id=" + org + "&type=aws")));
        }

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("H-128 the setup of another cloud makes no external id")
    void makesNoneForAnotherCloud() {
        ExternalId candidate = new ExternalId("Cand0000Cand0000Cand0000Cand0000");

        setup("azure").ok();
        setup("gcp").ok();

        assertThat(server.storage().repository().externalId(new OrgId(org), candidate))
                .isEqualTo(candidate);
    }

    @Test
    @DisplayName("H-128 no client chooses an external id")
    void takesNoneFromAClient() {
        String chosen = "Mine0000Mine0000Mine0000Mine0000";
        String id = createAws("one");

        Reply asked = setup("aws&external_id=" + chosen);
        Reply resolved =
                agent.post("/resolve", Bodies.resolve(org, id).replace("}", ",\"external_id\":\"" + chosen + "\"}"));

        ProblemReply.invalid(asked).hasErrors("parameter external_id: unknown parameter");
        ProblemReply.invalid(resolved).hasErrors("pointer /external_id: unknown member");
        assertThat(externalId(setup("aws"))).isNotEqualTo(chosen);
    }

    @Test
    @DisplayName("H-128 many first uses at once get one external id")
    void givesOneToManyAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                beginWithAnEmptyOrganisation();
                String body = Bodies.resolve(org, createAws("one"));
                Callable<String> asking = () -> externalId(setup("aws"));
                Callable<String> resolving = () -> externalId(agent.post("/resolve", body));
                List<Callable<String>> calls = IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> number % 2 == 0 ? asking : resolving)
                        .toList();

                List<String> ids = new ArrayList<>();
                for (Future<String> id : clients.invokeAll(calls)) {
                    ids.add(id.get());
                }

                assertThat(ids).hasSize(AT_ONCE).containsOnly(externalId(setup("aws")));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    @DisplayName("H-130 a resolved role comes with the external id of its organisation, last")
    void resolvesARoleWithTheExternalId() {
        String id = createAws("one");
        String externalId = externalId(setup("aws"));

        Reply reply = agent.post("/resolve", Bodies.resolve(org, id));

        assertThat(reply.ok().body())
                .isEqualTo("{\"status\":200,\"credential\":{\"type\":\"aws\",\"id\":\"" + id + "\",\"name\":\"one\","
                        + "\"specific\":{\"role\":\"" + Bodies.ROLE + "\"},\"version\":1,\"external_id\":\""
                        + externalId
                        + "\"}}");
    }

    @Test
    @DisplayName("H-130 a resolve may be the first use")
    void makesTheExternalIdAtAResolve() {
        String id = createAws("one");

        String first = externalId(agent.post("/resolve", Bodies.resolve(org, id)));

        assertThat(first).matches("[A-Za-z0-9]{32}");
        assertThat(externalId(setup("aws"))).isEqualTo(first);
    }

    @Test
    @DisplayName("H-130 other clouds are resolved without an external id")
    void resolvesOtherCloudsWithoutOne() {
        Reply azure = agent.post("/resolve", Bodies.resolve(org, createAzure("one")));
        Reply gcp = agent.post("/resolve", Bodies.resolve(org, createGcp("two")));

        assertThat(azure.ok().json().get("credential").propertyNames())
                .containsExactly("type", "id", "name", "specific", "version");
        assertThat(gcp.ok().json().get("credential").propertyNames())
                .containsExactly("type", "id", "name", "specific", "version");
    }

    /** The member of a setup or a resolved credential. */
    private static String externalId(Reply reply) {
        return reply.ok().json().findValue("external_id").asString();
    }

    private static JsonNode document(Reply reply, String name) {
        return reply.ok()
                .json()
                .get("setup")
                .get("documents")
                .valueStream()
                .filter(document -> document.get("name").asString().equals(name))
                .map(document -> JSON.readTree(document.get("content").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(Reply reply) {
        return reply.ok()
                .json()
                .get("setup")
                .get("steps")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
