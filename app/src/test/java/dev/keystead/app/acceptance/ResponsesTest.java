package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest extends AcceptanceTest {

    @Test
    @DisplayName("H-53 a success is JSON whose status is the response's")
    void answersSuccessesAsJson() {
        String id = createAws("Zürich \\u2713");

        for (Reply reply : List.of(list(), describe(id), history(), setup("aws"), update(id, "{\"comments\":\"\"}"))) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().get("status").intValue()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).matches("application/json(; ?charset=(utf|UTF)-8)?");
        }
        assertThat(list().body()).contains("\"name\":\"Zürich ✓\"");
    }

    @ParameterizedTest
    @DisplayName("H-54 a well-formed request id is kept")
    @ValueSource(strings = {"a", "A.z_0-9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void keepsTheRequestId(String id) {
        Client client = admin.with("X-Request-Id", id);

        assertThat(client.get("/list?org_id=" + org).header("X-Request-Id")).isEqualTo(id);
        assertThat(client.get("/nothing").json().get("request_id").asString()).isEqualTo(id);
    }

    @ParameterizedTest
    @DisplayName("H-54 another request id is replaced")
    @ValueSource(
            strings = {"", "a b", "a/b", "\"a\"", "01234567890123456789012345678901234567890123456789012345678901234"})
    void replacesOtherRequestIds(String id) {
        Reply reply = admin.with("X-Request-Id", id).get("/list?org_id=" + org);

        assertThat(reply.header("X-Request-Id")).isNotEqualTo(id).matches("[A-Za-z0-9._-]{1,64}");
    }

    @ParameterizedTest
    @DisplayName("H-54 the id of a request whose head cannot be read is kept if it came before the fault")
    @ValueSource(
            strings = {
                "GET /v1/zz%% HTTP/1.1\r\nHost: x\r\n%s\r\n",
                "GET /%%zz HTTP/1.1\r\nHost: x\r\n%s\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n%sBroken Name: x\r\n\r\n",
                "GET / HTTP/1.1\r\n%s\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\n%sContent-Length: ten\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\n%sContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"
            })
    void keepsTheRequestIdOfAMalformedRequest(String request) {
        Reply reply = RawHttp.send(server.port(), request.formatted("X-Request-Id: a1\r\nConnection: close\r\n"));

        ProblemReply.of(reply, 400, "invalid-request").standsAlone();
        assertThat(reply.header("X-Request-Id")).isEqualTo("a1");
    }

    @Test
    @DisplayName("H-54 the id of a request with too long headers is kept if it came before")
    void keepsTheRequestIdOfTooLongHeaders() {
        String tooLong = "X-Filler: " + "x".repeat(20_000);

        Reply before = RawHttp.send(server.port(), RawHttp.request("GET", "/", "X-Request-Id: a1", tooLong));
        Reply behind = RawHttp.send(server.port(), RawHttp.request("GET", "/", tooLong, "X-Request-Id: a1"));
        Reply malformed = RawHttp.send(server.port(), RawHttp.request("GET", "/", "X-Request-Id: a/1", tooLong));

        ProblemReply.of(before, 431, "headers-too-large").standsAlone();
        assertThat(before.header("X-Request-Id")).isEqualTo("a1");
        assertThat(behind.header("X-Request-Id")).matches("[a-z0-9-]{36}");
        assertThat(malformed.header("X-Request-Id")).matches("[a-z0-9-]{36}");
    }

    @Test
    @DisplayName("H-54 a malformed request does not inherit the id of the one before it on the connection")
    void givesNoRequestTheIdOfAnother() {
        String first = "GET /nothing HTTP/1.1\r\nHost: x\r\nX-Request-Id: a1\r\n\r\n";
        String second = "GET /zz% HTTP/1.1\r\nHost: x\r\n\r\n";
        String third = "NONSENSE\r\n\r\n";

        assertThat(RawHttp.ids(server.port(), first + second))
                .hasSize(2)
                .startsWith("a1")
                .doesNotHaveDuplicates();
        assertThat(RawHttp.ids(server.port(), first + third))
                .hasSize(2)
                .startsWith("a1")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("H-54 every request without an id gets its own")
    void givesEveryRequestAnId() {
        assertThat(list().header("X-Request-Id")).isNotEqualTo(list().header("X-Request-Id"));
    }

    @Test
    @DisplayName("H-55 every response forbids storing and sniffing")
    void forbidsStoringAndSniffing() {
        String id = createAws("one");
        List<Reply> replies = List.of(
                list(),
                describe(id),
                history(),
                setup("aws"),
                update(id, "{\"name\":\"two\"}"),
                admin.post("/usage", Bodies.usage(org, id, 1)),
                agent.post("/resolve", Bodies.resolve(org, id)),
                remove(id),
                remove(id),
                admin.get("/nothing"),
                anonymous.get("/list?org_id=" + org),
                admin.get("/list"),
                admin.get("/list?org_id=elsewhere"),
                admin.post("/list", ""),
                admin.send("HEAD", BASE + "/list", BodyPublishers.noBody()),
                admin.send("OPTIONS", BASE + "/list", BodyPublishers.noBody()),
                admin.send("POST", BASE + "/create", BodyPublishers.ofString("x")),
                admin.post("/create", " ".repeat(70_000)),
                RawHttp.send(server.port(), "NONSENSE\r\n\r\n"),
                RawHttp.send(server.port(), RawHttp.request("GET", "/" + "x".repeat(20_000))),
                RawHttp.send(server.port(), RawHttp.request("GET", "/", "X: " + "x".repeat(20_000))));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
        });
    }
}
