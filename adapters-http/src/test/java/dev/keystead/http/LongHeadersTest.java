package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headers as long as the engine lets them be are read without running out of stack. */
class LongHeadersTest {
    private static final String UPDATE =
            "{\"org_id\":\"acme\",\"credential_id\":\"none\",\"data\":{\"name\":\"New\"},\"reason\":\"r\"}";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void readsALongListOfEntityTags() {
        HttpResponse<String> commas = server.post("update", UPDATE, "If-Match", "\"1\"" + ",".repeat(15_000));
        HttpResponse<String> tags = server.post("update", UPDATE, "If-Match", "\"1\"" + ",\"\"".repeat(5_000));

        assertThat(commas.statusCode()).isEqualTo(404);
        assertThat(tags.statusCode()).isEqualTo(404);
    }

    @Test
    void readsALongMediaType() {
        String body = "{}";
        String answer =
                server.raw("POST /v1/organizations/credentials/update HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Authorization: Bearer acme\r\nContent-Length: " + body.length()
                        + "\r\nContent-Type: application/json"
                        + ";a=".repeat(5_000) + "\r\n\r\n" + body);

        assertThat(answer).contains("HTTP/1.1 400", "/org_id");
    }
}
