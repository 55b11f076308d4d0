package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest extends AcceptanceTest {

    @Test
    @DisplayName("H-19 orgs maps an organisation to a role or roles")
    void readsRolesByOrganisation() {
        permits(claims().with("orgs", "{\"" + org + "\":\"viewer\"}"));
        permits(claims().with("orgs", "{\"globex\":\"agent\",\"" + org + "\":[\"viewer\"]}"));
        forbids(claims().with("orgs", "{}"));
        forbids(claims().with("orgs", "{\"" + org + "\":[]}"));
        forbids(claims());
    }

    @Test
    @DisplayName("H-20 the pair org_id and role says the same")
    void readsTheRoleOfOneOrganisation() {
        Claims pair = claims().with("org_id", "\"" + org + "\"");

        permits(pair.with("role", "\"viewer\""));
        permits(pair.with("role", "[\"billing\",\"viewer\"]"));
        forbids(pair);
        forbids(pair.with("role", "\"billing\""));
        forbids(claims().with("org_id", "[\"" + org + "\"]").with("role", "\"viewer\""));
    }

    @Test
    @DisplayName("H-20 with the claim orgs, even null, the pair does not count")
    void ignoresThePairNextToOrgs() {
        Claims pair = claims().with("org_id", "\"" + org + "\"").with("role", "\"admin\"");

        forbids(pair.with("orgs", "null"));
        forbids(pair.with("orgs", "{}"));
        forbids(pair.with("orgs", "\"" + org + "\""));
    }

    @ParameterizedTest
    @DisplayName("H-22 an unknown role or another shape grants nothing there")
    @ValueSource(
            strings = {
                "\"Viewer\"",
                "\"VIEWER\"",
                "\"superuser\"",
                "\"\"",
                "7",
                "null",
                "{\"role\":\"viewer\"}",
                "[[\"viewer\"]]",
                "[7]"
            })
    void grantsNothingForUnknownRoles(String value) {
        String other = newOrg();
        Claims claims = claims().with("orgs", "{\"" + org + "\":" + value + ",\"" + other + "\":\"viewer\"}");

        forbids(claims);
        assertThat(bearing(claims).get("/list?org_id=" + other).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-22 an unknown role next to a known one is left out")
    void ignoresUnknownRolesNextToKnownOnes() {
        permits(claims().with("orgs", "{\"" + org + "\":[\"superuser\",\"viewer\"]}"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("H-25 the roles permit what the table says")
    @CsvSource({
        // role, list, describe, create, update, delete, history, resolve, usage, setup
        "owner,   200,200,200,200,200,200,403,200,200",
        "admin,   200,200,200,200,200,200,403,200,200",
        "planner, 200,200,403,403,403,403,403,403,403",
        "viewer,  200,200,403,403,403,200,403,403,403",
        "billing, 403,403,403,403,403,403,403,403,403",
        "agent,   200,200,403,403,403,403,200,200,403"
    })
    void permitsWhatTheTableSays(
            String role,
            int list,
            int describe,
            int create,
            int update,
            int delete,
            int history,
            int resolve,
            int usage,
            int setup) {
        Client client = as("grace", role);
        String id = createAzure("one");

        assertThat(client.get("/list?org_id=" + org).status()).isEqualTo(list);
        assertThat(client.get("/describe?org_id=" + org + "&credential_id=" + id)
                        .status())
                .isEqualTo(describe);
        assertThat(client.post("/create", Bodies.gcp(org, "two")).status()).isEqualTo(create);
        assertThat(client.post("/update", Bodies.update(org, id, "{\"name\":\"1\"}"))
                        .status())
                .isEqualTo(update);
        assertThat(client.get("/history?org_id=" + org).status()).isEqualTo(history);
        assertThat(client.post("/resolve", Bodies.resolve(org, id)).status()).isEqualTo(resolve);
        assertThat(client.post("/usage", Bodies.usage(org, id, 1)).status()).isEqualTo(usage);
        assertThat(client.get("/setup?org_id=" + org + "&type=aws").status()).isEqualTo(setup);
        assertThat(client.post("/delete", Bodies.remove(org, id)).status()).isEqualTo(delete);
    }

    @Test
    @DisplayName("H-26 the roles in one organisation add up")
    void addsRolesUp() {
        Client both = as("grace", "viewer", "agent");
        String id = createAzure("one");

        assertThat(both.get("/history?org_id=" + org).status()).isEqualTo(200);
        assertThat(both.post("/resolve", Bodies.resolve(org, id)).status()).isEqualTo(200);
        assertThat(both.post("/delete", Bodies.remove(org, id)).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("H-26 roles are worth nothing in another organisation")
    void grantsNothingElsewhere() {
        String other = newOrg();

        assertThat(admin.get("/list?org_id=" + other).status()).isEqualTo(403);
        assertThat(admin.post("/create", Bodies.aws(other, "one")).status()).isEqualTo(403);
        assertThat(admin.get("/list?org_id=" + org.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(403);
    }

    private static Claims claims() {
        return Claims.of("grace");
    }

    private void permits(Claims claims) {
        assertThat(bearing(claims).get("/list?org_id=" + org).status()).isEqualTo(200);
    }

    private void forbids(Claims claims) {
        ProblemReply.of(bearing(claims).get("/list?org_id=" + org), 403, "forbidden")
                .standsAlone();
    }
}
