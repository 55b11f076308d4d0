package dev.keystead.core.domain;

/**
 * Names a history entry within its organisation; a UUIDv7, so that the order of ids is the order of time.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 -}
 */
public record HistoryId(String value) implements Comparable<HistoryId> {
    private static final int MAX = 64;

    public HistoryId {
        if (!Text.isWord(value, MAX, c -> Text.isAsciiLetterOrDigit(c) || c == '-')) {
            throw new InvalidValueException("must be 1 to 64 of A-Z a-z 0-9 -");
        }
    }

    @Override
    public int compareTo(HistoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
