package dev.keystead.core.domain;

/**
 * Names a credential within its organisation. Issued as a UUIDv7 (RFC 9562) in lower case, so that the order of ids is the order of
 * creation; on input any well-formed value is accepted and simply not found.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 -}
 */
public record CredentialId(String value) implements Comparable<CredentialId> {
    private static final int MAX = 64;

    public CredentialId {
        if (!Text.isWord(value, MAX, c -> Text.isAsciiLetterOrDigit(c) || c == '-')) {
            throw new InvalidValueException("must be 1 to 64 of A-Z a-z 0-9 -");
        }
    }

    @Override
    public int compareTo(CredentialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
