package dev.keystead.http;

import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The headers that make a request conditional or repeatable, or ask for another answer. */
final class ConditionalHeaders {
    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String PREFER = "Prefer";
    private static final String ETAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\uFFFF]*\"";
    /** A list of entity tags, empty elements ignored (RFC 9110, 8.8.3 and 5.6.1.2). Possessive, so that a long list is read in a loop and not on the stack. */
    private static final Pattern ETAGS =
            Pattern.compile("[ \\t,]*+" + ETAG + "(?:[ \\t]*+,[ \\t,]*+" + ETAG + ")*+[ \\t]*+(?:,[ \\t,]*+)?+");
    /** A strong tag that this server could have given; it begins at the start of a list element. */
    private static final Pattern VERSION = Pattern.compile("(?<![^, \\t])\"([1-9][0-9]{0,17})\"");

    private static final Pattern RETURN = Pattern.compile("(?i)return[ \\t]*=[ \\t]*\"?([a-z]+)\"?[ \\t]*(?:;.*)?");

    private final HttpServletRequest request;
    private Precondition precondition = Precondition.NONE;
    private Optional<IdempotencyKey> idempotencyKey = Optional.empty();

    ConditionalHeaders(HttpServletRequest request) {
        this.request = request;
    }

    /** Reads the header of a conditional request and notes if it is malformed. */
    void readPrecondition(Violations violations) {
        List<String> given = values(IF_MATCH);
        String ifMatch = String.join(", ", given);
        if (ETAGS.matcher(ifMatch).matches()) {
            precondition = Precondition.anyOf(versions(ifMatch));
        } else if (!given.isEmpty() && !ifMatch.strip().equals("*")) {
            violations.header(IF_MATCH, "must be * or a list of entity tags, such as \"3\"");
        }
    }

    /** Reads the header of a repeatable request and notes if it is malformed. */
    void readIdempotencyKey(Violations violations) {
        List<String> given = values(IDEMPOTENCY_KEY);
        if (given.size() > 1) {
            violations.header(IDEMPOTENCY_KEY, "must be given once");
            return;
        }
        try {
            idempotencyKey = given.stream().findFirst().map(IdempotencyKey::new);
        } catch (InvalidValueException malformed) {
            violations.header(IDEMPOTENCY_KEY, malformed.getMessage());
        }
    }

    /** Reads both. */
    void readAll(Violations violations) {
        readPrecondition(violations);
        readIdempotencyKey(violations);
    }

    Precondition precondition() {
        return precondition;
    }

    Optional<IdempotencyKey> idempotencyKey() {
        return idempotencyKey;
    }

    boolean prefersRepresentation() {
        return values(PREFER).stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(preference -> RETURN.matcher(preference.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(preference -> preference.group(1).equalsIgnoreCase("representation"))
                .orElse(false);
    }

    private static Set<Long> versions(String ifMatch) {
        return VERSION.matcher(ifMatch)
                .results()
                .map(tag -> Long.valueOf(tag.group(1)))
                .collect(Collectors.toSet());
    }

    private List<String> values(String header) {
        return Collections.list(request.getHeaders(header));
    }
}
