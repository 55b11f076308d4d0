package dev.keystead.core.domain;

/**
 * What people call a credential; need not be unique.
 *
 * @param value 1 to 128 code points, kept stripped; no control characters, U+2028, U+2029 or unpaired surrogates, not even around it
 */
public record CredentialName(String value) {
    public static final int MAX = 128;

    public CredentialName {
        value = Text.line(value, MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
