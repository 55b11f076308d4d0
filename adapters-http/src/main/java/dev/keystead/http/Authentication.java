package dev.keystead.http;

import dev.keystead.core.domain.Identity;
import dev.keystead.core.spi.TokenVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Finds the bearer token of a request (RFC 6750, 2.1) and has it verified. */
final class Authentication {
    private static final String HEADER = "Authorization";
    private static final String SCHEME = "bearer";

    private final TokenVerifier tokens;

    Authentication(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    Identity identify(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        if (headers.size() > 1) {
            Violations violations = new Violations();
            violations.header(HEADER, "must be given once");
            throw violations.asException();
        }
        if (headers.isEmpty() || !isBearer(headers.get(0))) {
            throw new ProblemException(Challenges.missingToken());
        }
        return tokens.verify(headers.get(0).substring(SCHEME.length()).strip());
    }

    private static boolean isBearer(String credentials) {
        boolean scheme = credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return scheme && (credentials.length() == SCHEME.length() || credentials.charAt(SCHEME.length()) == ' ');
    }
}
