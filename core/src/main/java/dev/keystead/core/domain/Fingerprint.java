package dev.keystead.core.domain;

/**
 * Tells requests apart without keeping them: a keyed digest (the request may hold a secret, so a bare hash would not do).
 *
 * @param keyId the key that made it; not blank
 * @param value the digest in base64url; not blank
 */
public record Fingerprint(String keyId, String value) {
    public Fingerprint {
        if (keyId.isBlank() || value.isBlank()) {
            throw new InvalidValueException("a fingerprint needs its key's id and its value");
        }
    }
}
