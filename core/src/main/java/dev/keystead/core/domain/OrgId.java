package dev.keystead.core.domain;

/**
 * An organisation: a customer of the platform that embeds Keystead, and the boundary of isolation. Chosen by the platform.
 *
 * @param value 1 to 128 of {@code A-Z a-z 0-9 . _ : @ | -}
 */
public record OrgId(String value) implements Comparable<OrgId> {
    private static final int MAX = 128;

    public OrgId {
        if (!Text.isWord(value, MAX, c -> Text.isAsciiLetterOrDigit(c) || "._:@|-".indexOf(c) >= 0)) {
            throw new InvalidValueException("must be 1 to 128 of A-Z a-z 0-9 . _ : @ | -");
        }
    }

    @Override
    public int compareTo(OrgId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
