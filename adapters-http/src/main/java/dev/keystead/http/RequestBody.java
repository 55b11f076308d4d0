package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes a body in: its media type, its size, and its syntax, each with a problem of its own. */
final class RequestBody {
    static final int LIMIT = 64 * 1024;
    private static final int REQUEST_TIMEOUT = 408;

    private RequestBody() {}

    static byte[] read(HttpServletRequest request) {
        ContentHeaders.check(request);
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw tooLarge();
            }
            return body;
        } catch (SlowBodyException late) {
            throw new ProblemException(EngineErrors.problemOf(REQUEST_TIMEOUT).with("Connection", "close"));
        } catch (IOException broken) {
            throw malformed("the body could not be read to its end");
        }
    }

    static JsonNode parse(byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            JsonNode tree = Json.READER.readTree(Escapes.withoutUnpairedSurrogates(text));
            if (!tree.isObject()) {
                throw malformed("the body must be a JSON object");
            }
            return tree;
        } catch (CharacterCodingException notUtf8) {
            throw malformed("the body is not valid UTF-8");
        } catch (JacksonException notJson) {
            throw malformed("the body is not a JSON object with unique members, nested at most " + Json.MAX_DEPTH
                    + " deep, and nothing behind it");
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(Problem.Type.PAYLOAD_TOO_LARGE, "a body has at most " + LIMIT + " bytes"));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(Problem.Type.INVALID_REQUEST, detail));
    }
}
