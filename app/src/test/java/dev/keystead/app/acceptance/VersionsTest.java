package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Bodies.CLIENT_ID;
import static dev.keystead.app.acceptance.Bodies.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest extends AcceptanceTest {

    @Test
    @DisplayName("H-87 create, update and describe name the credential and its version")
    void namesTheCredentialAndItsVersion() {
        Reply created = admin.post("/create", Bodies.aws(org, "one"));
        String id = created.id();
        Reply updated = update(id, "{\"name\":\"two\"}");
        Reply described = describe(id);

        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(list().each("credentials", "id")).containsExactly(id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(updated.id()).isEqualTo(id);
        assertThat(updated.header("ETag")).isEqualTo("\"2\"");
        assertThat(described.id()).isEqualTo(id);
        assertThat(described.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    @DisplayName("H-88 every update raises the version, even one that changes nothing")
    void raisesTheVersionAtEveryUpdate() {
        String id = createAws("one");

        assertThat(update(id, "{\"name\":\"one\"}").header("ETag")).isEqualTo("\"2\"");
        assertThat(update(id, "{\"name\":\"one\"}").header("ETag")).isEqualTo("\"3\"");
        assertThat(describe(id).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    @DisplayName("H-88 neither a reported use nor a resolve nor a refused update changes the version")
    void keepsTheVersionOtherwise() {
        String id = createAzure("one");

        admin.post("/usage", Bodies.usage(org, id, 5)).ok();
        agent.post("/resolve", Bodies.resolve(org, id)).ok();
        update(id, "{\"name\":\"\"}");

        assertThat(describe(id).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    @DisplayName("H-89 a create shows the credential on demand, to the byte")
    void showsTheCreatedCredential() {
        Reply reply = admin.with("Prefer", "return=representation").post("/create", Bodies.azure(org, "one"));

        assertThat(reply.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(reply.body())
                .isEqualTo("{\"status\":200,\"response\":\"Credential created\",\"credential\":{\"type\":\"azure\","
                        + "\"id\":\"" + reply.id() + "\",\"name\":\"one\",\"comments\":\"as created\",\"resources\":0,"
                        + "\"last_time\":\"\",\"resources_total\":0,\"specific\":{\"tenant\":\"" + TENANT + "\","
                        + "\"clientId\":\"" + CLIENT_ID + "\",\"key\":\"********\"},\"version\":1,"
                        + "\"created_at\":\"2026-11-23T19:05:11.123Z\",\"created_by\":\"ada\","
                        + "\"updated_at\":\"2026-11-23T19:05:11.123Z\",\"updated_by\":\"ada\"}}");
    }

    @Test
    @DisplayName("H-89 an update shows the credential on demand, as describe does")
    void showsTheUpdatedCredential() {
        String id = createGcp("one");

        Reply reply = admin.with("Prefer", "return=representation")
                .post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"));

        String described = describe(id).body();
        assertThat(reply.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(reply.body())
                .isEqualTo(
                        described.replace("{\"status\":200,", "{\"status\":200,\"response\":\"Credential updated\","));
    }

    @ParameterizedTest
    @DisplayName("H-89 the preference is read as RFC 7240 has it")
    @ValueSource(
            strings = {
                "return=representation",
                "Return = representation",
                "return=\"representation\"",
                "wait=5, return=representation",
                "return=representation; x=1"
            })
    void readsThePreference(String preference) {
        Reply reply = admin.with("Prefer", preference).post("/create", Bodies.aws(org, "one"));

        assertThat(reply.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(reply.body()).contains(",\"credential\":{");
    }

    @ParameterizedTest
    @DisplayName("H-89 without that preference the body is as ever")
    @ValueSource(
            strings = {"return=minimal", "respond-async", "representation", "return", "", "return=representations"})
    void ignoresOtherPreferences(String preference) {
        Reply reply = admin.with("Prefer", preference).post("/create", Bodies.aws(org, "one"));

        assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential created\"}");
        assertThat(reply.all("Preference-Applied")).isEmpty();
    }
}
