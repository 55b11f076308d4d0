package dev.keystead.app.transfer;

import dev.keystead.core.domain.InvalidValueException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The syntax of a line: one JSON object with unique members, nothing behind it; times in UTC with milliseconds. */
final class Json {
    private static final int MAX_DEPTH = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(ObjectNode line) {
        return MAPPER.writeValueAsBytes(line);
    }

    /**
     * Parses a line.
     *
     * @throws InvalidValueException if it is not one JSON object; the message repeats nothing of it
     */
    static ObjectNode parse(String line) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            // reported with what is JSON, but no object; the parser's own words would quote the line
        }
        throw new InvalidValueException(
                "is not one JSON object with unique members, nested at most " + MAX_DEPTH + " deep");
    }

    static String text(Instant time) {
        return TIME.format(time);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws java.time.DateTimeException if it is something else
     */
    static Instant time(String text) {
        return TIME.parse(text, Instant::from);
    }
}
