package dev.keystead.core.domain;

/**
 * Who acts: the {@code sub} of a verified token (RFC 7519, 4.1.2), or a job of the embedding program.
 *
 * @param value 1 to 255 characters, not blank, without control characters or unpaired surrogates (which not every storage keeps apart)
 */
public record Subject(String value) {
    private static final int MAX = 255;

    public Subject {
        if (Text.strip(value).isEmpty()
                || value.length() > MAX
                || Text.containsAny(value, c -> Character.isISOControl(c) || Text.isUnpairedSurrogate(c))) {
            throw new InvalidValueException(
                    "must be 1 to 255 characters, not blank, without control characters or unpaired surrogates");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
