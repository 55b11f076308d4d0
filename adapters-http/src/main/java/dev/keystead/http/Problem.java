package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem (RFC 9457) before it is tied to a request.
 *
 * @param type what kind of problem
 * @param status the HTTP status; the type's own but for errors of the engine that have no type of theirs
 * @param detail what happened, for people
 * @param violations what is wrong with the request, member by member; may be empty
 * @param headers what the response carries besides the common headers
 */
record Problem(Type type, int status, String detail, List<Violation> violations, Map<String, String> headers) {

    static Problem of(Type type, String detail) {
        return new Problem(type, type.status, detail, List.of(), Map.of());
    }

    /**
     * A request with invalid members.
     *
     * @param violations what is told of them
     * @param found how many there are
     */
    static Problem invalid(List<Violation> violations, int found) {
        String count = found == 1 ? "1 member is invalid" : found + " members are invalid";
        String detail = found > violations.size() ? count + "; the first " + violations.size() + " are told" : count;
        return new Problem(
                Type.INVALID_REQUEST, Type.INVALID_REQUEST.status, detail, List.copyOf(violations), Map.of());
    }

    /** The same problem with its only header. */
    Problem with(String header, String value) {
        return new Problem(type, status, detail, violations, Map.of(header, value));
    }

    /** The same problem under another status of its class. */
    Problem as(int otherStatus) {
        return new Problem(type, otherStatus, detail, violations, headers);
    }

    Body body(String requestId) {
        return new Body(
                "urn:keystead:problem:" + type.suffix,
                type.title,
                status,
                detail,
                detail,
                requestId,
                violations.isEmpty() ? null : violations);
    }

    /** The kinds of problem and their statuses. */
    enum Type {
        INVALID_REQUEST(400, "invalid-request", "Invalid request"),
        UNAUTHORIZED(401, "unauthorized", "Unauthorized"),
        FORBIDDEN(403, "forbidden", "Forbidden"),
        NOT_FOUND(404, "not-found", "Not found"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
        PRECONDITION_FAILED(412, "precondition-failed", "Precondition failed"),
        PAYLOAD_TOO_LARGE(413, "payload-too-large", "Payload too large"),
        URI_TOO_LONG(414, "uri-too-long", "URI too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
        IDEMPOTENCY_MISMATCH(422, "idempotency-mismatch", "Idempotency mismatch"),
        TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
        HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large"),
        INTERNAL_ERROR(500, "internal-error", "Internal error"),
        UNAVAILABLE(503, "unavailable", "Unavailable");

        private final int status;
        private final String suffix;
        private final String title;

        Type(int status, String suffix, String title) {
            this.status = status;
            this.suffix = suffix;
            this.title = title;
        }

        int status() {
            return status;
        }
    }

    /** One wrong member, parameter or header: exactly one of the first three is there. */
    @JsonPropertyOrder({"pointer", "parameter", "header", "detail"})
    record Violation(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String header,
            String detail) {}

    /** The problem on the wire; {@code response} is the seed's member and repeats the detail. */
    @JsonPropertyOrder({"type", "title", "status", "detail", "response", "request_id", "errors"})
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String response,
            @JsonProperty("request_id") String requestId,
            @Nullable List<Violation> errors) {}
}
