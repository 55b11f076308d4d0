package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a query (application/x-www-form-urlencoded) and notes every one that is missing, repeated or unknown. Malformed
 * percent-encoding and invalid UTF-8 refuse the request at once.
 */
final class QueryReader {
    private final Map<String, List<String>> parameters;
    private final Violations violations;
    private final Set<String> known = new LinkedHashSet<>();

    private QueryReader(Map<String, List<String>> parameters, Violations violations) {
        this.parameters = parameters;
        this.violations = violations;
    }

    static QueryReader of(@Nullable String query, Violations violations) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(value);
            }
        }
        return new QueryReader(parameters, violations);
    }

    @Nullable
    String required(String name) {
        String value = optional(name);
        if (!parameters.containsKey(name)) {
            violations.parameter(name, "is required");
        }
        return value;
    }

    @Nullable
    String optional(String name) {
        known.add(name);
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            violations.parameter(name, "must be given once");
        }
        return values.size() == 1 ? values.get(0) : null;
    }

    /** Notes the parameters that nobody asked for. */
    void end() {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                violations.parameter(name, () -> Suggestions.unknown("parameter", name, known));
            }
        }
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
                i += 2;
            } else if (c > 0x7F) {
                throw malformed();
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    private static int hex(String encoded, int index) {
        int digit = index < encoded.length() ? hexDigit(encoded.charAt(index)) : -1;
        if (digit < 0) {
            throw malformed();
        }
        return digit;
    }

    /** The value of an ASCII hexadecimal digit, or -1; {@link Character#digit} would take the digits of every script. */
    private static int hexDigit(char c) {
        return c <= 0x7F ? Character.digit(c, 16) : -1;
    }

    private static ProblemException malformed() {
        return new ProblemException(Problem.of(Problem.Type.INVALID_REQUEST, "the query is not percent-encoded UTF-8"));
    }
}
