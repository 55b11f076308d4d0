package dev.keystead.core.domain;

/**
 * A secret that only the holder of the key set can open.
 *
 * @param keyId the {@code kid} of the key that sealed it, so that the values under a key can be found; not blank
 * @param value the sealed form (a compact JWE in the supplied sealer); not blank
 */
public record SealedSecret(String keyId, String value) implements SecretForm {
    public SealedSecret {
        if (keyId.isBlank() || value.isBlank()) {
            throw new InvalidValueException("a sealed secret needs its key's id and its value");
        }
    }

    @Override
    public String toString() {
        return "SealedSecret[keyId=" + keyId + "]";
    }
}
