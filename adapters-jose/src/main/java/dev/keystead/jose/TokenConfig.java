package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;

/**
 * Which tokens are believed.
 *
 * @param issuer what {@code iss} must equal; not blank
 * @param audience what {@code aud} must equal or contain; not blank
 * @param jwks the file with the issuer's public keys, a JWK Set
 * @param claims where the tokens say what their subject may do
 */
public record TokenConfig(String issuer, String audience, Path jwks, ClaimNames claims) {
    public TokenConfig {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new InvalidValueException("the issuer and the audience must not be blank");
        }
    }
}
