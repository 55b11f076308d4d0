package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Bodies.CLIENT_ID;
import static dev.keystead.app.acceptance.Bodies.KEY;
import static dev.keystead.app.acceptance.Bodies.PROJECT;
import static dev.keystead.app.acceptance.Bodies.ROLE;
import static dev.keystead.app.acceptance.Bodies.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest extends AcceptanceTest {

    @Test
    @DisplayName("H-90 the answer to an update, to the byte")
    void updatesACredential() {
        String id = createAws("one");

        Reply reply = update(id, "{\"name\":\"two\",\"comments\":\"new\",\"specific\":{\"role\":\"" + ROLE + "2\"}}");

        assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential updated\"}");
        assertThat(describe(id).body())
                .contains("\"name\":\"two\",\"comments\":\"new\"", "\"specific\":{\"role\":\"" + ROLE + "2\"}");
    }

    @Test
    @DisplayName("H-91 what is absent stays")
    void keepsWhatIsAbsent() {
        String id = createGcp("one");

        update(id, "{\"name\":\"two\"}").ok();
        assertThat(list().body()).contains("\"name\":\"two\",\"comments\":\"as created\"");

        update(id, "{\"comments\":\"\"}").ok();
        assertThat(list().body()).contains("\"name\":\"two\",\"comments\":\"\"");

        update(id, "{\"specific\":{\"project\":\"" + PROJECT + "4\"}}").ok();
        assertThat(describe(id).body()).contains("\"name\":\"two\"", "{\"project\":\"" + PROJECT + "4\"}");
    }

    @Test
    @DisplayName("H-91 data without a member is refused")
    void refusesEmptyData() {
        assertThat(ProblemReply.invalid(update(createAws("one"), "{}")).errors())
                .singleElement()
                .asString()
                .startsWith("pointer /data: ");
    }

    @Test
    @DisplayName("H-92 an Azure credential takes clientId and key one by one and together")
    void updatesSubsetsOfAzure() {
        String id = createAzure("one");
        String client = "22222222-2222-3333-4444-555555555555";

        update(id, "{\"specific\":{\"clientId\":\"" + client + "\"}}").ok();
        assertThat(resolved(id)).isEqualTo(azure(client, KEY));

        update(id, "{\"specific\":{\"key\":\"k2\"}}").ok();
        assertThat(resolved(id)).isEqualTo(azure(client, "k2"));

        update(id, "{\"specific\":{\"clientId\":\"" + CLIENT_ID + "\",\"key\":\"k3\"}}")
                .ok();
        assertThat(resolved(id)).isEqualTo(azure(CLIENT_ID, "k3"));
    }

    @Test
    @DisplayName("H-92 an empty specific is refused")
    void refusesEmptySpecific() {
        assertThat(ProblemReply.invalid(update(createAws("one"), "{\"specific\":{}}"))
                        .errors())
                .singleElement()
                .asString()
                .startsWith("pointer /data/specific: ");
    }

    @Test
    @DisplayName("H-93 the tenant is fixed")
    void refusesTheTenant() {
        String id = createAzure("one");

        Reply alone = update(id, "{\"specific\":{\"tenant\":\"" + TENANT + "\"}}");
        Reply withOthers = update(id, "{\"specific\":{\"tenant\":7,\"key\":\"k2\"}}");

        for (Reply reply : new Reply[] {alone, withOthers}) {
            assertThat(ProblemReply.invalid(reply).errors())
                    .singleElement()
                    .asString()
                    .startsWith("pointer /data/specific/tenant: ")
                    .contains("is fixed");
        }
    }

    @Test
    @DisplayName("H-94 members of another type are refused, each by its pointer")
    void refusesMembersOfAnotherType() {
        String aws = createAws("a");
        String azure = createAzure("b");
        String gcp = createGcp("c");
        String all = "{\"specific\":{\"role\":\"" + ROLE + "\",\"clientId\":\"" + CLIENT_ID
                + "\",\"key\":\"k\",\"project\":\"" + PROJECT + "\"}}";

        ProblemReply.invalid(update(aws, all))
                .hasErrors(foreign("clientId", "aws"), foreign("key", "aws"), foreign("project", "aws"));
        ProblemReply.invalid(update(azure, all)).hasErrors(foreign("role", "azure"), foreign("project", "azure"));
        ProblemReply.invalid(update(gcp, all))
                .hasErrors(foreign("role", "gcp"), foreign("clientId", "gcp"), foreign("key", "gcp"));
    }

    @ParameterizedTest
    @DisplayName("H-94 the type is no member of an update")
    @ValueSource(strings = {"{\"type\":\"gcp\"}", "{\"name\":\"x\",\"type\":\"aws\"}"})
    void refusesTheType(String data) {
        assertThat(ProblemReply.invalid(update(createAws("one"), data)).errors())
                .anyMatch(error -> error.startsWith("pointer /data/type: unknown member"));
    }

    private String resolved(String id) {
        return agent.post("/resolve", Bodies.resolve(org, id))
                .ok()
                .json()
                .get("credential")
                .get("specific")
                .toString();
    }

    private static String azure(String clientId, String key) {
        return "{\"tenant\":\"" + TENANT + "\",\"clientId\":\"" + clientId + "\",\"key\":\"" + key + "\"}";
    }

    private static String foreign(String member, String type) {
        return "pointer /data/specific/" + member + ": is not a member of a credential of type " + type;
    }
}
