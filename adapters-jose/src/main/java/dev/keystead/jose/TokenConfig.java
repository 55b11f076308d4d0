package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;

/**
 * Which tokens are believed.
 *
 * @param issuer what {@code iss} must equal; not blank
 * @param audience what {@code aud} must equal or contain; not blank
 * @param keys where the issuer's public keys are; if they are looked up at an issuer, it must be this one
 * @param claims where the tokens say what their subject may do
 */
public record TokenConfig(String issuer, String audience, TokenKeys keys, ClaimNames claims) {
    public TokenConfig {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new InvalidValueException("the issuer and the audience must not be blank");
        }
        if (keys instanceof TokenKeys.OfIssuer other && !other.issuer().equals(issuer)) {
            throw new InvalidValueException("the keys must be those of the tokens' issuer, not of another");
        }
    }
}
