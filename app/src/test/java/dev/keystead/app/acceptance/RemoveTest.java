package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.OrgId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemoveTest extends AcceptanceTest {

    @Test
    @DisplayName("H-95 the answer to a removal, to the byte, and nothing is left")
    void removesACredential() {
        String id = createAzure("one");
        String kept = createAzure("two");

        Reply reply = remove(id);

        assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential removed\"}");
        assertThat(list().each("credentials", "id")).containsExactly(kept);
        ProblemReply.of(describe(id), 404, "not-found");
        ProblemReply.of(agent.post("/resolve", Bodies.resolve(org, id)), 404, "not-found");
        assertThat(server.storage().repository().find(new OrgId(org), new CredentialId(id)))
                .isEmpty();
    }

    @Test
    @DisplayName("H-96 whatever the organisation does not have is 404 with the same body")
    void tellsNothingAboutOtherOrganisations() {
        String other = newOrg();
        Client eve = bearing(Claims.of("eve").in(other, "admin"));
        String theirs = eve.post("/create", Bodies.aws(other, "theirs")).id();
        String removed = createAws("one");
        remove(removed).ok();
        Client asking = admin.with("X-Request-Id", "same");
        Client worker = agent.with("X-Request-Id", "same");
        Reply never = asking.post("/delete", Bodies.remove(org, "never-had"));

        ProblemReply.of(never, 404, "not-found").standsAlone();
        for (String id : new String[] {"never-had", removed, theirs}) {
            assertThat(asking.post("/delete", Bodies.remove(org, id)).body()).isEqualTo(never.body());
            assertThat(asking.post("/update", Bodies.update(org, id, "{\"name\":\"x\"}"))
                            .body())
                    .isEqualTo(never.body());
            assertThat(asking.get("/describe?org_id=" + org + "&credential_id=" + id)
                            .body())
                    .isEqualTo(never.body());
            assertThat(asking.post("/usage", Bodies.usage(org, id, 1)).body()).isEqualTo(never.body());
            assertThat(worker.post("/resolve", Bodies.resolve(org, id)).body()).isEqualTo(never.body());
        }
        assertThat(eve.get("/describe?org_id=" + other + "&credential_id=" + theirs)
                        .header("ETag"))
                .isEqualTo("\"1\"");
    }
}
