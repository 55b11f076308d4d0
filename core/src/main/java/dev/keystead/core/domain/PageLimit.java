package dev.keystead.core.domain;

/**
 * How many items a page has at the most.
 *
 * @param value 1 to 1,000
 */
public record PageLimit(int value) {
    private static final int MAX = 1_000;

    public PageLimit {
        if (value < 1 || value > MAX) {
            throw malformed();
        }
    }

    /** Reads decimal digits without sign or leading zero. */
    public static PageLimit of(String digits) {
        if (!Text.isWord(digits, 4, c -> c >= '0' && c <= '9') || digits.startsWith("0")) {
            throw malformed();
        }
        return new PageLimit(Integer.parseInt(digits));
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("must be 1 to " + MAX);
    }
}
