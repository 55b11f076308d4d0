package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.AWS_ACCOUNT;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.jose.ClaimNames;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setup on servers that know fewer, or other, accounts of their platform. */
class SetupOptionsTest extends AcceptanceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @DisplayName("H-129 without the option that it needs, setup is 503 and names it")
    @CsvSource({"aws,platform-aws-account", "gcp,platform-gcp-service-account"})
    void namesTheMissingOption(String type, String option) {
        try (TestServer bare = serverOf(PlatformAccounts.NONE)) {
            Reply reply = adminAt(bare).get("/setup?org_id=" + org + "&type=" + type);

            assertUnavailable(reply, "setup needs the option " + option + ", which is not set");
        }
    }

    @Test
    @DisplayName("H-129 the log has it in one line")
    void logsTheMissingOptionInOneLine() {
        try (TestServer bare = serverOf(PlatformAccounts.NONE);
                LogCapture log = new LogCapture()) {
            adminAt(bare).get("/setup?org_id=" + org + "&type=aws");

            assertThat(log.events())
                    .filteredOn(event -> event.contains("platform-aws-account"))
                    .singleElement()
                    .asString()
                    .doesNotContain("Exception");
        }
    }

    @Test
    @DisplayName("H-129 a setup that is refused makes no external id")
    void makesNoExternalIdWithoutTheOption() {
        ExternalId candidate = new ExternalId("Cand0000Cand0000Cand0000Cand0000");

        try (TestServer bare = serverOf(PlatformAccounts.NONE)) {
            adminAt(bare).get("/setup?org_id=" + org + "&type=aws");
        }

        assertThat(server.storage().repository().externalId(new OrgId(org), candidate))
                .isEqualTo(candidate);
    }

    @Test
    @DisplayName("H-129 the setup of azure needs none")
    void needsNoOptionForAzure() {
        try (TestServer bare = serverOf(PlatformAccounts.NONE)) {
            assertThat(adminAt(bare)
                            .get("/setup?org_id=" + org + "&type=azure")
                            .ok()
                            .body())
                    .startsWith("{\"status\":200,\"setup\":{\"type\":\"azure\",");
        }
    }

    @Test
    @DisplayName("H-129 members and permission are checked before the option")
    void checksMembersAndPermissionBeforeTheOption() {
        try (TestServer bare = serverOf(PlatformAccounts.NONE)) {
            Client viewer = Client.of(bare.port())
                    .bearing(SIGNER.sign(Claims.of("grace").in(org, "viewer")));

            ProblemReply.of(viewer.get("/setup?org_id=" + org + "&type=aws"), 403, "forbidden");
            ProblemReply.invalid(adminAt(bare).get("/setup?org_id=" + org + "&type=aws&x=1"));
        }
    }

    @Test
    @DisplayName("H-129 an organisation may have a service account of its own")
    void namesTheServiceAccountOfTheOrganisation() {
        String own = "ks-" + org + "@platform-1.iam.gserviceaccount.com";

        try (TestServer perOrganisation = serverOf(perOrganisation())) {
            Reply reply = adminAt(perOrganisation).get("/setup?org_id=" + org + "&type=gcp");

            assertThat(reply.ok().body())
                    .startsWith("{\"status\":200,\"setup\":{\"type\":\"gcp\",\"trusted_account\":\"" + own + "\",")
                    .contains("--member=serviceAccount:" + own + " ")
                    .doesNotContain("Beware");
        }
    }

    @Test
    @DisplayName("H-129 a service account that the organisation's id does not fit into is 503 and names the option")
    void namesTheOptionThatDoesNotFit() {
        org = org + "|EU";

        try (TestServer perOrganisation = serverOf(perOrganisation())) {
            Reply reply = adminAt(perOrganisation).get("/setup?org_id=" + Bodies.query(org) + "&type=gcp");

            assertUnavailable(
                    reply,
                    "the option platform-gcp-service-account names no service account for this organisation:"
                            + " with the organisation's id for {org}, the name in front of the @ must be"
                            + " 6 to 30 of a-z 0-9 -, begin with a letter and not end with -");
        }
    }

    private static PlatformAccounts perOrganisation() {
        return TestServer.platform(AWS_ACCOUNT, "ks-{org}@platform-1.iam.gserviceaccount.com");
    }

    private static void assertUnavailable(Reply reply, String detail) {
        assertThat(ProblemReply.of(reply, 503, "unavailable").standsAlone().detail())
                .isEqualTo(detail);
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
    }

    private TestServer serverOf(PlatformAccounts platform) {
        Path jwks = SIGNER.writeKeysTo(folder.resolve("jwks.json"));
        return TestServer.over(
                new SharedStorage(server.storage()), TestServer.verifier(jwks, ClaimNames.DEFAULT), platform);
    }

    private Client adminAt(TestServer other) {
        return Client.of(other.port()).bearing(SIGNER.sign(Claims.of("ada").in(org, "admin")));
    }
}
