package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response.
 *
 * @param headers by name, in lower case
 * @param body as it was sent, byte for byte, read as UTF-8
 */
record Reply(int status, Map<String, List<String>> headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The values of a header; empty if there is none. */
    List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The only value of a header that must be there once. */
    String header(String name) {
        assertThat(all(name)).as("header %s of %s %s", name, status, body).hasSize(1);
        return all(name).get(0);
    }

    /** Fails unless the request succeeded. */
    Reply ok() {
        assertThat(status).as(body).isEqualTo(200);
        return this;
    }

    /** The id of the credential that it is about. */
    String id() {
        return ok().header("Credential-Id");
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** The values of one member of the objects in the array of this name. */
    List<String> each(String array, String member) {
        return ok().json()
                .get(array)
                .valueStream()
                .map(item -> item.get(member).asString())
                .toList();
    }

    /** Fails unless the first response replays the second, to the byte and, but for what each response has anew, to the header. */
    static void replays(Reply again, Reply first) {
        assertThat(again.ok().body()).isEqualTo(first.ok().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.lastingHeaders()).isEqualTo(first.lastingHeaders());
    }

    private Map<String, List<String>> lastingHeaders() {
        Map<String, List<String>> lasting = new TreeMap<>(headers);
        lasting.keySet().removeAll(List.of("date", "x-request-id", "idempotency-replayed"));
        return lasting;
    }

    /** The cursor of the next page; empty if this is the last. */
    String nextCursor() {
        return ok().json().path("next_cursor").asString("");
    }
}
