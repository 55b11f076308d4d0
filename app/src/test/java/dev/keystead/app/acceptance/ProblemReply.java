package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A response that is a problem document, its form checked. */
record ProblemReply(Reply reply, JsonNode json) {

    /** Fails unless the response is a problem of this status and type, in every detail of its form. */
    static ProblemReply of(Reply reply, int status, String type) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode json = reply.json();
        assertThat(json.propertyNames())
                .as(reply.body())
                .startsWith("type", "title", "status", "detail", "response", "request_id");
        assertThat(json.get("type").asString()).isEqualTo("urn:keystead:problem:" + type);
        assertThat(json.get("title").asString()).isNotBlank();
        assertThat(json.get("status").intValue()).isEqualTo(status);
        assertThat(json.get("detail").asString()).isNotBlank();
        assertThat(json.get("response")).isEqualTo(json.get("detail"));
        assertThat(json.get("request_id").asString()).isEqualTo(reply.header("X-Request-Id"));
        return new ProblemReply(reply, json);
    }

    /** A 400. */
    static ProblemReply invalid(Reply reply) {
        return of(reply, 400, "invalid-request");
    }

    /** Each error as {@code pointer /name: what is expected}, or with {@code parameter} or {@code header}. */
    List<String> errors() {
        assertThat(json.propertyNames()).as(reply.body()).hasSize(7).endsWith("errors");
        return json.get("errors").valueStream().map(ProblemReply::line).toList();
    }

    /** Fails unless these are the errors, all of them, in any order. */
    void hasErrors(String... expected) {
        assertThat(errors()).containsExactlyInAnyOrder(expected);
        assertThat(detail())
                .isEqualTo(expected.length == 1 ? "1 member is invalid" : expected.length + " members are invalid");
    }

    /** Fails if there is more than the problem itself. */
    ProblemReply standsAlone() {
        assertThat(json.propertyNames()).as(reply.body()).hasSize(6);
        return this;
    }

    String detail() {
        return json.get("detail").asString();
    }

    private static String line(JsonNode error) {
        List<String> members = List.copyOf(error.propertyNames());
        assertThat(members).hasSize(2).endsWith("detail");
        return members.get(0) + " " + error.get(members.get(0)).asString() + ": "
                + error.get("detail").asString();
    }
}
