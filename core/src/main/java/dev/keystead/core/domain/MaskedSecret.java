package dev.keystead.core.domain;

/** Stands where a secret is and must not be shown. */
public enum MaskedSecret implements SecretForm {
    MASKED;

    /** What is shown in the place of a secret. */
    public static final String TEXT = "********";

    @Override
    public String toString() {
        return TEXT;
    }
}
