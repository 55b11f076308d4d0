package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResolveTest extends AcceptanceTest {

    @Test
    @DisplayName("H-109 the secret, to the byte")
    void resolvesASecret() {
        String id = createAzure("one");

        Reply reply = agent.post("/resolve", Bodies.resolve(org, id));

        assertThat(reply.ok().body())
                .isEqualTo("{\"status\":200,\"credential\":{\"type\":\"azure\",\"id\":\"" + id + "\",\"name\":\"one\","
                        + "\"specific\":{\"tenant\":\"" + Bodies.TENANT + "\",\"clientId\":\"" + Bodies.CLIENT_ID
                        + "\",\"key\":\"" + Bodies.KEY + "\"},\"version\":1}}");
    }

    @Test
    @DisplayName("H-109 a credential without a secret, to the byte")
    void resolvesAProject() {
        String id = createGcp("one");
        update(id, "{\"name\":\"two\"}").ok();

        Reply reply = agent.post("/resolve", Bodies.resolve(org, id));

        assertThat(reply.ok().body())
                .isEqualTo("{\"status\":200,\"credential\":{\"type\":\"gcp\",\"id\":\"" + id + "\",\"name\":\"two\","
                        + "\"specific\":{\"project\":\"" + Bodies.PROJECT + "\"},\"version\":2}}");
    }

    @Test
    @DisplayName("H-109 an AWS role keeps its members")
    void resolvesARole() {
        String id = createAws("one");

        Reply reply = agent.post("/resolve", Bodies.resolve(org, id));

        assertThat(reply.ok().body())
                .startsWith("{\"status\":200,\"credential\":{\"type\":\"aws\",\"id\":\"" + id + "\",\"name\":\"one\","
                        + "\"specific\":{\"role\":\"" + Bodies.ROLE + "\"")
                .contains("},\"version\":1,\"external_id\":\"");
    }

    @Test
    @DisplayName("H-109 the key is as it was sent, whatever characters it has")
    void keepsEveryCharacterOfAKey() {
        String every = "";
        for (char c = '!'; c <= '~'; c++) {
            every += c == '"' || c == '\\' ? "\\" + c : String.valueOf(c);
        }
        String id = admin.post("/create", Bodies.azure(org, "one").replace(Bodies.KEY, every))
                .id();

        assertThat(agent.post("/resolve", Bodies.resolve(org, id)).body()).contains("\"key\":\"" + every + "\"}");
    }

    @Test
    @DisplayName("H-110 every resolve is in the history when its answer is there")
    void recordsEveryResolve() {
        String id = createAzure("one");

        String requestId = agent.post("/resolve", Bodies.resolve(org, id)).header("X-Request-Id");

        Reply history = history();
        assertThat(history.each("history", "event")).containsExactly("resolved", "created");
        assertThat(history.each("history", "actor")).containsExactly("worker", "ada");
        assertThat(history.each("history", "request_id")).startsWith(requestId);
    }
}
