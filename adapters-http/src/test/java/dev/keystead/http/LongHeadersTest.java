package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        HttpResponse<String> between =
                server.post("update", UPDATE, "If-Match", ",".repeat(7_000) + "\"1\"" + " ,".repeat(3_500) + "\"2\"");
        HttpResponse<String> tags = server.post("update", UPDATE, "If-Match", "\"1\"" + ",\"\"".repeat(5_000));

        assertThat(commas.statusCode()).isEqualTo(404);
        assertThat(between.statusCode()).isEqualTo(404);
        assertThat(tags.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=", ";", ";a=\"\\b\""})
    void readsALongMediaType(String parameter) {
        assertThat(posted("application/json" + parameter.repeat(15_000 / parameter.length())))
                .contains("HTTP/1.1 400", "/org_id");
    }

    @Test
    void readsALongParameter() {
        assertThat(posted("application/json;a=\"" + "\\bc".repeat(5_000) + "\""))
                .contains("HTTP/1.1 400", "/org_id");
        assertThat(posted("application/json;a=\"" + "\\b".repeat(7_000))).contains("HTTP/1.1 415");
    }

    private static String posted(String contentType) {
        String body = "{}";
        return server.raw("POST /v1/organizations/credentials/update HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Authorization: Bearer acme\r\nContent-Length: " + body.length() + "\r\nContent-Type: " + contentType
                + "\r\n\r\n" + body);
    }
}
