package dev.keystead.core.domain;

/**
 * Ties a history entry and a log line to the request that caused them.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record RequestId(String value) {
    private static final int MAX = 64;

    public RequestId {
        if (!Text.isWord(value, MAX, c -> Text.isAsciiLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
            throw new InvalidValueException("must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
