package dev.keystead.core.domain;

/**
 * Chosen by a client so that a repeated request has one effect; unique within the organisation and the subject.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {
    private static final int MAX = 128;

    public IdempotencyKey {
        if (!Text.isWord(value, MAX, Text::isVisibleAscii)) {
            throw new InvalidValueException("must be 1 to 128 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
