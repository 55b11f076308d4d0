package dev.keystead.core.domain;

/**
 * The secret-like handshake that AWS calls the external id: one for each organisation, made by the server, so that no organisation can
 * register another's role (the confused deputy; AWS IAM user guide, "The confused deputy problem").
 *
 * @param value 32 of {@code A-Z a-z 0-9}
 */
public record ExternalId(String value) {
    private static final int LENGTH = 32;

    public ExternalId {
        if (value.length() != LENGTH || !Text.isWord(value, LENGTH, Text::isAsciiLetterOrDigit)) {
            throw new InvalidValueException("must be 32 of A-Z a-z 0-9");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
