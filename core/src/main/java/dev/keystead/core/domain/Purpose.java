package dev.keystead.core.domain;

/**
 * What a worker needs a secret for; demanded at every resolve and kept in the history as its reason.
 *
 * @param value 1 to 200 code points, kept stripped; no control characters, U+2028, U+2029 or unpaired surrogates
 */
public record Purpose(String value) {
    private static final int MAX = 200;

    public Purpose {
        value = Text.line(value, MAX);
    }

    /** The purpose as the history keeps it. */
    public Reason asReason() {
        return new Reason(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
