package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a token says, whoever signed it. */
final class TokenParts {
    private static final JsonMapper JSON = new JsonMapper();

    private TokenParts() {}

    static JsonNode header(String token) {
        return part(token, 0);
    }

    static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int index) {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8));
    }
}
