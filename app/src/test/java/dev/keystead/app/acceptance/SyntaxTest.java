package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest extends AcceptanceTest {

    @ParameterizedTest
    @DisplayName("H-29 malformed JSON is refused alone")
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"org_id\"}",
                "{\"org_id\":}",
                "{'org_id':'x'}",
                "{org_id:\"x\"}",
                "{\"org_id\":\"x\",}",
                "{\"org_id\":\"x}",
                "{\"org_id\":\"\t\"}",
                "{\"org_id\":\"\\x\"}",
                "{\"org_id\":\"\\u12\"}",
                "{\"org_id\":01}",
                "{\"org_id\":+1}",
                "{\"org_id\":.5}",
                "{\"org_id\":NaN}",
                "{\"org_id\":Infinity}",
                "{/* */}",
                "{} // x"
            })
    void refusesMalformedJson(String body) {
        refusesAlone(admin.post("/create", body));
    }

    @Test
    @DisplayName("H-29 a body without a length is malformed JSON")
    void refusesABodyWithoutALength() {
        String request = RawHttp.request(
                "POST", BASE + "/create", "Content-Type: application/json", "Authorization: Bearer " + token());

        refusesAlone(RawHttp.send(server.port(), request));
    }

    @Test
    @DisplayName("H-29 a malformed chunk is no body")
    void refusesAMalformedChunk() {
        String request = RawHttp.request(
                "POST",
                BASE + "/create",
                "Content-Type: application/json",
                "Authorization: Bearer " + token(),
                "Transfer-Encoding: chunked");

        refusesAlone(RawHttp.send(server.port(), request + "two\r\n{}\r\n0\r\n\r\n"));
    }

    @Test
    @DisplayName("H-30 invalid UTF-8 is refused alone")
    void refusesInvalidUtf8() {
        String name = "caf\u00e9";
        byte[] latin = Bodies.aws(org, name).getBytes(ISO_8859_1);
        byte[] overlong = Bodies.aws(org, "\u00c0\u00af").getBytes(ISO_8859_1);
        byte[] surrogate = Bodies.aws(org, "\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
        byte[] cut = Bodies.aws(org, "\u00e2\u0082").getBytes(ISO_8859_1);

        refusesAlone(admin.post("/create", latin));
        refusesAlone(admin.post("/create", overlong));
        refusesAlone(admin.post("/create", surrogate));
        refusesAlone(admin.post("/create", cut));
        refusesAlone(admin.post("/create", Bodies.aws(org, "x").getBytes(UTF_16LE)));
        assertThat(admin.post("/create", Bodies.aws(org, name)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-29 a byte order mark is no JSON")
    void refusesAByteOrderMark() {
        refusesAlone(admin.post("/create", ("\ufeff" + Bodies.aws(org, "one")).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @DisplayName("H-31 a body that is not an object is refused alone")
    @ValueSource(strings = {"[]", "[{}]", "null", "true", "7", "\"{}\""})
    void refusesWhatIsNotAnObject(String body) {
        refusesAlone(admin.post("/create", body));
    }

    @ParameterizedTest
    @DisplayName("H-32 duplicate members are refused alone, at any depth")
    @ValueSource(
            strings = {
                "{\"org_id\":\"x\",\"org_id\":\"x\"}",
                "{\"org_id\":\"x\",\"\\u006frg_id\":\"x\"}",
                "{\"specific\":{\"role\":\"x\",\"role\":\"x\"}}",
                "{\"unknown\":[{\"a\":{\"b\":1,\"b\":1}}]}"
            })
    void refusesDuplicateMembers(String body) {
        refusesAlone(admin.post("/create", body));
    }

    @ParameterizedTest
    @DisplayName("H-33 trailing content is refused alone")
    @ValueSource(strings = {"{}{}", "{}x", "{},", "{}]", "{} null", "{}\u0000"})
    void refusesTrailingContent(String body) {
        refusesAlone(admin.post("/create", body));
    }

    @Test
    @DisplayName("H-33 white space around the object is accepted")
    void acceptsWhiteSpaceAroundTheObject() {
        Reply reply = admin.post("/create", "\r\n\t " + Bodies.aws(org, "one") + " \n");

        assertThat(reply.ok().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("H-34 nesting deeper than 16 is refused alone")
    @ValueSource(ints = {17, 5_000})
    void refusesDeepNesting(int depth) {
        String arrays = "{\"deep\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        String objects = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);

        refusesAlone(admin.post("/create", arrays));
        refusesAlone(admin.post("/create", objects));
    }

    @Test
    @DisplayName("H-34 nesting of 16 is read")
    void readsNestingOfSixteen() {
        String body = "{\"deep\":" + "[".repeat(15) + "]".repeat(15) + "}";

        assertThat(ProblemReply.invalid(admin.post("/create", body)).errors())
                .contains("pointer /deep: unknown member");
    }

    @ParameterizedTest
    @DisplayName("H-35 a malformed query is refused alone")
    @ValueSource(
            strings = {
                "org_id=%",
                "org_id=%4",
                "org_id=%zz",
                "org_id=%+1",
                "org_id=%ff",
                "org_id=%c3",
                "org_id=%ed%a0%80",
                "org_id=%c0%af",
                "%ff=x",
                "org_id=x&nonsense=%e2%82"
            })
    void refusesAMalformedQuery(String query) {
        String authorization = "Authorization: Bearer " + token();

        refusesAlone(RawHttp.send(server.port(), RawHttp.request("GET", BASE + "/list?" + query, authorization)));
    }

    @Test
    @DisplayName("H-35 bytes that are not ASCII are refused in the query")
    void refusesBytesInTheQuery() {
        String request = RawHttp.request("GET", BASE + "/list?org_id=\u00ff", "Authorization: Bearer " + token());

        refusesAlone(RawHttp.send(server.port(), request));
    }

    private String token() {
        return SIGNER.sign(Claims.of("ada").in(org, "admin"));
    }

    private void refusesAlone(Reply reply) {
        ProblemReply.invalid(reply).standsAlone();
    }
}
