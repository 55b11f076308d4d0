package dev.keystead.core.domain;

/**
 * Why somebody did something, as the history keeps it.
 *
 * @param value 0 to 2,000 code points; no control characters but tab, CR and LF; no unpaired surrogates
 */
public record Reason(String value) {
    public static final Reason NONE = new Reason("");
    private static final int MAX = 2_000;

    public Reason {
        value = Text.block(value, MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
