package dev.keystead.app.config;

import java.nio.file.Path;

/**
 * Whose tokens are accepted.
 *
 * @param issuer their {@code iss}
 * @param audience what their {@code aud} must contain
 * @param jwks the issuer's public keys
 * @param orgsClaim the claim with the roles by organisation
 * @param orgClaim the claim with the one organisation
 * @param roleClaim the claim with the roles in it
 */
public record AuthOptions(
        String issuer, String audience, Path jwks, String orgsClaim, String orgClaim, String roleClaim) {
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
                jwks(settings, problems),
                settings.required(Option.AUTH_ORGS_CLAIM),
                settings.required(Option.AUTH_ORG_CLAIM),
                settings.required(Option.AUTH_ROLE_CLAIM));
    }

    /** With the default names of the claims. */
    public static AuthOptions ofDevelopment(String audience, Path jwks) {
        return new AuthOptions(DEVELOPMENT_ISSUER, audience, jwks, "orgs", "org_id", "role");
    }

    private static Path jwks(Settings settings, Problems problems) {
        if (settings.given(Option.AUTH_JWKS).isEmpty()) {
            problems.add("auth-jwks is required: this version does not look up the keys at the issuer; name a JWK Set"
                    + " file with --auth-jwks, KEYSTEAD_AUTH_JWKS or the key auth-jwks");
            return Path.of("");
        }
        if (settings.required(Option.AUTH_JWKS).contains("://")) {
            problems.add(
                    settings.origin(Option.AUTH_JWKS) + " is a URL: this version reads the keys from a file alone");
            return Path.of("");
        }
        return settings.readableFile(Option.AUTH_JWKS);
    }
}
