package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownMembersTest extends AcceptanceTest {

    @Test
    @DisplayName("H-37 unknown members are refused at every level")
    void refusesUnknownMembersAtEveryLevel() {
        String id = createAws("one");
        String data = "{\"name\":\"x\",\"extra\":1,\"specific\":{\"role\":\"" + Bodies.ROLE + "\",\"region\":{}}}";

        Reply reply =
                admin.post("/update", Bodies.update(org, id, data).replace("\"reason\"", "\"other\":[],\"reason\""));

        ProblemReply.invalid(reply)
                .hasErrors(
                        "pointer /other: unknown member",
                        "pointer /data/extra: unknown member",
                        "pointer /data/specific/region: unknown member");
    }

    @ParameterizedTest
    @DisplayName("H-37 the members of other endpoints are unknown")
    @CsvSource({"create,credential_id", "update,purpose", "delete,reason", "usage,comments", "resolve,resources"})
    void refusesMembersOfOtherEndpoints(String endpoint, String member) {
        Reply reply = admin.post("/" + endpoint, "{\"" + member + "\":\"x\"}");

        assertThat(ProblemReply.invalid(reply).errors())
                .anyMatch(error -> error.startsWith("pointer /" + member + ": unknown member"));
    }

    @Test
    @DisplayName("H-37 a member whose name cannot be written as UTF-8 is refused all the same")
    void refusesAMemberWithHalfASurrogatePair() {
        Reply reply = admin.post("/create", "{\"a\\ud800b\":1}");

        assertThat(ProblemReply.invalid(reply).errors()).contains("pointer /a\ufffdb: unknown member");
    }

    @ParameterizedTest
    @DisplayName("H-38 a close member is suggested")
    @CsvSource({"orgid,org_id", "orgId,org_id", "Name,name", "comment,comments", "specifc,specific", "typ,type"})
    void suggestsTheMemberThatWasMeant(String given, String meant) {
        Reply reply = admin.post("/create", "{\"" + given + "\":\"x\"}");

        assertThat(ProblemReply.invalid(reply).errors())
                .contains("pointer /" + given + ": unknown member, did you mean \"" + meant + "\"?");
    }

    @Test
    @DisplayName("H-38 a close parameter is suggested")
    void suggestsTheParameterThatWasMeant() {
        Reply reply = admin.get("/list?org_id=" + org + "&nameprefix=x");

        ProblemReply.invalid(reply).hasErrors("parameter nameprefix: unknown parameter, did you mean \"name_prefix\"?");
    }

    @Test
    @DisplayName("H-42 unknown and repeated parameters are refused together")
    void refusesUnknownAndRepeatedParameters() {
        Reply reply = admin.get("/list?org_id=" + org + "&org_id=" + org + "&limit=1&limit=2&foo=1&=2");

        ProblemReply.invalid(reply)
                .hasErrors(
                        "parameter org_id: must be given once",
                        "parameter limit: must be given once",
                        "parameter foo: unknown parameter",
                        "parameter : unknown parameter");
    }

    @Test
    @DisplayName("H-42 so are those of a setup, of which a close one is told")
    void refusesUnknownAndRepeatedParametersOfASetup() {
        Reply reply = setup("aws&type=gcp&typ=aws&credential_id=x");

        ProblemReply.invalid(reply)
                .hasErrors(
                        "parameter type: must be given once",
                        "parameter typ: unknown parameter, did you mean \"type\"?",
                        "parameter credential_id: unknown parameter");
    }

    @Test
    @DisplayName("H-42 a repeated action is refused")
    void refusesARepeatedAction() {
        Reply reply = admin.post("/create?action=add_credential&action=add_credential", Bodies.aws(org, "one"));

        ProblemReply.invalid(reply).hasErrors("parameter action: must be given once");
    }
}
