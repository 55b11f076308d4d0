package dev.keystead.app.cli;

import dev.keystead.app.config.AuthOptions;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Makes the tokens that a development server accepts. */
final class DevTokens {
    /** What they are for. */
    static final String AUDIENCE = "keystead";

    private DevTokens() {}

    static String mint(TokenIssuer issuer, Subject subject, Map<OrgId, Set<Role>> grants, Duration lifetime) {
        return issuer.issue(new TokenRequest(AuthOptions.DEVELOPMENT_ISSUER, AUDIENCE, subject, grants, lifetime));
    }
}
