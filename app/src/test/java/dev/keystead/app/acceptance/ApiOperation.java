package dev.keystead.app.acceptance;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One endpoint of the OpenAPI document. */
record ApiOperation(ApiDocument document, String path, String verb, JsonNode node) {

    String method() {
        return verb.toUpperCase(Locale.ROOT);
    }

    /** As {@link Client} takes it. */
    String endpoint() {
        return path.substring(Client.BASE.length());
    }

    String action() {
        return parameters("query")
                .filter(parameter -> parameter.get("name").asString().equals("action"))
                .map(parameter -> parameter.get("schema").get("enum").get(0).asString())
                .findFirst()
                .orElseThrow();
    }

    /** The names of the query's parameters but {@code action}, which every endpoint has. */
    Set<String> query() {
        return parameters("query")
                .map(parameter -> parameter.get("name").asString())
                .filter(name -> !name.equals("action"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> requiredQuery() {
        return parameters("query")
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> headers() {
        return parameters("header")
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pointers of the members of its request; none for a GET. */
    Set<String> requestMembers() {
        return document.members(bodySchema(node.path("requestBody")));
    }

    /** The names of the members that every request has at its top. */
    Set<String> requiredMembers() {
        JsonNode schema = document.resolve(bodySchema(node.path("requestBody")));
        JsonNode first =
                schema.has("oneOf") ? document.resolve(schema.get("oneOf").get(0)) : schema;
        return first.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pointers of the members of its answers with this status. */
    Set<String> replyMembers(int status) {
        return document.members(bodySchema(reply(status)));
    }

    /** The names of the headers of its answers with this status, in lower case. */
    Set<String> replyHeaders(int status) {
        return reply(status).get("headers").propertyNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode reply(int status) {
        return document.resolve(node.get("responses").get(String.valueOf(status)));
    }

    private Stream<JsonNode> parameters(String place) {
        return node.get("parameters")
                .valueStream()
                .map(document::resolve)
                .filter(parameter -> parameter.get("in").asString().equals(place));
    }

    private static JsonNode bodySchema(JsonNode body) {
        JsonNode content = body.path("content");
        return content.isEmpty() ? content : content.iterator().next().get("schema");
    }
}
