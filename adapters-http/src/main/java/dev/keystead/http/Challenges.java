package dev.keystead.http;

/** The problems that carry a challenge (RFC 6750, 3). */
final class Challenges {
    private static final String HEADER = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"keystead\"";

    private Challenges() {}

    static Problem missingToken() {
        return Problem.of(Problem.Type.UNAUTHORIZED, "a bearer token is required")
                .with(HEADER, BEARER);
    }

    static Problem invalidToken(String description) {
        String quotable = description.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "");
        return Problem.of(Problem.Type.UNAUTHORIZED, description)
                .with(HEADER, BEARER + ", error=\"invalid_token\", error_description=\"" + quotable + "\"");
    }

    static Problem insufficientScope(String detail) {
        return Problem.of(Problem.Type.FORBIDDEN, detail).with(HEADER, BEARER + ", error=\"insufficient_scope\"");
    }
}
