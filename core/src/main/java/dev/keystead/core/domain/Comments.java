package dev.keystead.core.domain;

/**
 * What people note about a credential.
 *
 * @param value 0 to 2,000 code points; no control characters but tab, CR and LF; no unpaired surrogates
 */
public record Comments(String value) {
    public static final Comments NONE = new Comments("");
    private static final int MAX = 2_000;

    public Comments {
        value = Text.block(value, MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
