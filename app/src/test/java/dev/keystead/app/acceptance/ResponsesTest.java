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

        for (Reply reply : List.of(list(), describe(id), history(), update(id, "{\"comments\":\"\"}"))) {
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
