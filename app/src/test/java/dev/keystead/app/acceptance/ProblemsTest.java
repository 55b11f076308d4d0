package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends AcceptanceTest {
    private static final String CHALLENGE = "Bearer realm=\"keystead\"";

    @Test
    @DisplayName("H-58 a problem has these members in this order")
    void answersErrorsAsProblems() {
        Reply reply = admin.with("X-Request-Id", "r-7").get("/describe?org_id=" + org + "&credential_id=x");

        ProblemReply problem = ProblemReply.of(reply, 404, "not-found").standsAlone();
        String title = problem.json().get("title").asString();
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:keystead:problem:not-found\",\"title\":\"" + title + "\",\"status\":404,"
                        + "\"detail\":\"" + problem.detail() + "\",\"response\":\"" + problem.detail()
                        + "\",\"request_id\":\"r-7\"}");
    }

    @Test
    @DisplayName("H-58 one wrong member, to the byte")
    void answersOneWrongMember() {
        Reply reply = admin.with("X-Request-Id", "r-8").get("/list?org_id=" + org + "&limit=0");

        assertThat(reply.body())
                .isEqualTo(
                        "{\"type\":\"urn:keystead:problem:invalid-request\",\"title\":\"Invalid request\",\"status\":400,"
                                + "\"detail\":\"1 member is invalid\",\"response\":\"1 member is invalid\",\"request_id\":\"r-8\","
                                + "\"errors\":[{\"parameter\":\"limit\",\"detail\":\"must be 1 to 1000\"}]}");
    }

    @Test
    @DisplayName("H-59 an error does not repeat the value")
    void neverRepeatsValues() {
        Reply body = admin.post(
                "/create", Bodies.create(org, "planted-type", "planted\\u0000name", "{\"role\":\"planted\"}"));
        Reply query = admin.get("/list?org_id=planted+org&type=planted&limit=planted&cursor=planted");

        assertThat(ProblemReply.invalid(body).errors()).isNotEmpty();
        assertThat(ProblemReply.invalid(query).errors()).hasSize(4);
        assertThat(body.body() + query.body()).doesNotContain("planted");
    }

    @Test
    @DisplayName("H-60 names are escaped in pointers")
    void escapesPointers() {
        Reply reply = admin.post(
                "/create", "{\"a/b\":1,\"a~b\":1,\"~1\":1,\"\":1,\"\\\"\\u0001\":1,\"specific\":{\"x/y~z\":1}}");

        assertThat(ProblemReply.invalid(reply).errors())
                .contains(
                        "pointer /a~1b: unknown member",
                        "pointer /a~0b: unknown member",
                        "pointer /~01: unknown member",
                        "pointer /: unknown member",
                        "pointer /\"\u0001: unknown member",
                        "pointer /specific/x~1y~0z: unknown member");
    }

    @Test
    @DisplayName("H-60 an unpaired surrogate in an unknown name is told as U+FFFD, with all other faults")
    void answersUnpairedSurrogatesInNames() {
        Reply reply = admin.post(
                "/delete",
                "{\"org_id\":\"" + org
                        + "\",\"\\ud800\":1,\"\\uDC00x\":1,\"\\\\ud800\":1,\"\\ud83d\\ude00\\ud83d\":1}");

        ProblemReply.invalid(reply)
                .hasErrors(
                        "pointer /credential_id: is required",
                        "pointer /\ufffd: unknown member",
                        "pointer /\ufffdx: unknown member",
                        "pointer /\\ud800: unknown member",
                        "pointer /\ud83d\ude00\ufffd: unknown member");
    }

    @Test
    @DisplayName("H-60 names that differ in their unpaired surrogates alone are different names")
    void tellsUnpairedSurrogatesApart() {
        String body = "{\"org_id\":\"" + org + "\",\"credential_id\":\"x\",\"\\ud800\":1,\"%s\":1}";

        ProblemReply.invalid(admin.post("/delete", body.formatted("\\ud801")))
                .hasErrors("pointer /\ufffd: unknown member", "pointer /\ufffd: unknown member");
        ProblemReply.invalid(admin.post("/delete", body.formatted("\\uD800"))).standsAlone();
    }

    @Test
    @DisplayName("H-61 without a token there is a bare challenge")
    void challengesWithoutAToken() {
        Reply reply = anonymous.get("/list?org_id=" + org);

        ProblemReply.of(reply, 401, "unauthorized").standsAlone();
        assertThat(reply.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
    }

    @ParameterizedTest
    @DisplayName("H-61 another scheme is as no token")
    @ValueSource(strings = {"Basic YWRhOmFkYQ==", "Digest x", "Token x", "BearerX x"})
    void challengesOtherSchemes(String credentials) {
        Reply reply = anonymous.with("Authorization", credentials).get("/list?org_id=" + org);

        ProblemReply.of(reply, 401, "unauthorized").standsAlone();
        assertThat(reply.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
    }

    @Test
    @DisplayName("H-62 a bad token gets the reason, but nothing of the token or the keys")
    void challengesBadTokens() {
        List<String> tokens = List.of(
                "planted",
                SIGNER.sign(Claims.of("planted").with("exp", "1")),
                SIGNER.sign(Claims.of("planted").with("aud", "\"planted\"")),
                SIGNER.sign(
                        "ES256",
                        "{\"alg\":\"ES256\",\"kid\":\"planted\"}",
                        Claims.of("x").json()),
                new TokenSigner().sign(Claims.of("planted")));

        for (String token : tokens) {
            Reply reply = anonymous.bearing(token).get("/list?org_id=" + org);

            ProblemReply.of(reply, 401, "unauthorized").standsAlone();
            assertThat(reply.header("WWW-Authenticate"))
                    .matches(
                            "Bearer realm=\"keystead\", error=\"invalid_token\", error_description=\"[\\x20-\\x7E&&[^\"\\\\]]+\"");
            assertThat(reply.body() + reply.headers()).doesNotContain("planted", "P-256", "RSA", token);
        }
    }

    @Test
    @DisplayName("H-63 a lack of permission is told the same with or without data")
    void forbidsTheSameWithAndWithoutData() {
        String empty = newOrg();
        createAws("one");
        Client stranger = bearing(Claims.of("eve").in("elsewhere", "owner")).with("X-Request-Id", "same");

        Reply withData = stranger.get("/list?org_id=" + org);
        Reply withoutData = stranger.get("/list?org_id=" + empty);
        Reply lackingRole = as("eve", "billing").with("X-Request-Id", "same").get("/list?org_id=" + org);

        ProblemReply.of(withData, 403, "forbidden").standsAlone();
        assertThat(withData.header("WWW-Authenticate")).isEqualTo(CHALLENGE + ", error=\"insufficient_scope\"");
        assertThat(withoutData.body()).isEqualTo(withData.body());
        assertThat(lackingRole.body()).isEqualTo(withData.body());
    }

    @ParameterizedTest
    @DisplayName("H-64 what cannot be parsed is a problem too")
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nBroken Name: x\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\nConnection: close\r\n\r\n",
                "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\nxx"
            })
    void answersEngineErrorsAsProblems(String request) {
        Reply reply = RawHttp.send(server.port(), request);

        assertThat(reply.status()).isBetween(400, 505);
        ProblemReply.of(reply, reply.status(), typeOf(reply)).standsAlone();
        assertThat(reply.body()).doesNotContainIgnoringCase("jetty", "javalin", "exception");
    }

    @Test
    @DisplayName("H-65 a target that is too long is 414")
    void refusesLongTargets() {
        Reply reply = RawHttp.send(server.port(), RawHttp.request("GET", BASE + "/list?org_id=" + "x".repeat(20_000)));

        ProblemReply.of(reply, 414, "uri-too-long").standsAlone();
    }

    @Test
    @DisplayName("H-66 15 KiB of headers are accepted")
    void acceptsLongHeaders() {
        Reply reply = admin.with("X-Filler", "x".repeat(15_000)).get("/list?org_id=" + org);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-66 more than 16 KiB of headers are 431")
    void refusesTooLongHeaders() {
        String one = RawHttp.request("GET", BASE + "/list", "X-Filler: " + "x".repeat(17_000));
        String many = RawHttp.request(
                "GET",
                BASE + "/list",
                Collections.nCopies(800, "X-Filler: 0123456789").toArray(String[]::new));

        ProblemReply.of(RawHttp.send(server.port(), one), 431, "headers-too-large")
                .standsAlone();
        ProblemReply.of(RawHttp.send(server.port(), many), 431, "headers-too-large")
                .standsAlone();
    }

    private static String typeOf(Reply reply) {
        return switch (reply.status()) {
            case 404 -> "not-found";
            case 431 -> "headers-too-large";
            default -> "invalid-request";
        };
    }
}
