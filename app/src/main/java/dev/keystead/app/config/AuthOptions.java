package dev.keystead.app.config;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.TokenKeys;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose tokens are accepted.
 *
 * @param issuer their {@code iss}
 * @param audience what their {@code aud} must contain
 * @param keys where the issuer's public keys are
 * @param orgsClaim the claim with the roles by organisation
 * @param orgClaim the claim with the one organisation
 * @param roleClaim the claim with the roles in it
 */
public record AuthOptions(
        String issuer, String audience, TokenKeys keys, String orgsClaim, String orgClaim, String roleClaim) {
    /** The issuer of development tokens, which anyone who can read the development folder can make. */
    public static final String DEVELOPMENT_ISSUER = "urn:keystead:dev";

    static AuthOptions from(Settings settings, Problems problems) {
        String issuer = settings.required(Option.AUTH_ISSUER);
        if (issuer.equals(DEVELOPMENT_ISSUER)) {
            problems.add(settings.origin(Option.AUTH_ISSUER) + " must not be " + DEVELOPMENT_ISSUER
                    + ", the issuer of development tokens");
        }
        return new AuthOptions(
                issuer,
                settings.required(Option.AUTH_AUDIENCE),
                keys(settings, problems, issuer),
                settings.required(Option.AUTH_ORGS_CLAIM),
                settings.required(Option.AUTH_ORG_CLAIM),
                settings.required(Option.AUTH_ROLE_CLAIM));
    }

    /** With the default names of the claims. */
    public static AuthOptions ofDevelopment(String audience, Path jwks) {
        return new AuthOptions(DEVELOPMENT_ISSUER, audience, TokenKeys.inFile(jwks), "orgs", "org_id", "role");
    }

    private static TokenKeys keys(Settings settings, Problems problems, String issuer) {
        Optional<Setting> given = settings.given(Option.AUTH_JWKS);
        try {
            if (given.isPresent()) {
                String where = given.get().value();
                return isUrl(where) ? TokenKeys.at(where) : TokenKeys.inFile(settings.readableFile(Option.AUTH_JWKS));
            }
            if (!issuer.isEmpty()) { // else that is a problem already
                return TokenKeys.ofIssuer(issuer);
            }
        } catch (InvalidValueException wrong) {
            problems.add(
                    given.isPresent()
                            ? given.get().origin() + ": " + wrong.getMessage()
                            : settings.origin(Option.AUTH_ISSUER) + ": " + wrong.getMessage()
                                    + "; the keys are looked up there, unless auth-jwks says where they are");
        }
        return TokenKeys.inFile(Path.of(""));
    }

    /** A file may have any name, but hardly one like these. */
    private static boolean isUrl(String where) {
        String lower = where.toLowerCase(Locale.ROOT);
        return lower.contains("://") || lower.startsWith("https:") || lower.startsWith("http:");
    }
}
