package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes a body in: its media type, its size, and its syntax, each with a problem of its own. */
final class RequestBody {
    static final int LIMIT = 64 * 1024;
    /** Possessive, so that many parameters are read in a loop and not on the stack. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("([^;\\s]++)\\s*+((?:;\\s*+[^;=\\s]++=(?:\"[^\"]*+\"|[^;\"\\s]*+)\\s*+)*+);?\\s*+");

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^;\"\\s]*)\"?", Pattern.CASE_INSENSITIVE);

    private RequestBody() {}

    static byte[] read(HttpServletRequest request) {
        if (!isJson(Optional.ofNullable(request.getContentType()).orElse(""))) {
            throw new ProblemException(
                    Problem.of(Problem.Type.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json, in UTF-8"));
        }
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw tooLarge();
            }
            return body;
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

    private static boolean isJson(String contentType) {
        Matcher media = MEDIA_TYPE.matcher(contentType.strip());
        if (!media.matches() || !media.group(1).equalsIgnoreCase("application/json")) {
            return false;
        }
        Matcher charset = CHARSET.matcher(media.group(2));
        while (charset.find()) {
            if (!charset.group(1).toLowerCase(Locale.ROOT).equals("utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(Problem.Type.PAYLOAD_TOO_LARGE, "a body has at most " + LIMIT + " bytes"));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(Problem.Type.INVALID_REQUEST, detail));
    }
}
