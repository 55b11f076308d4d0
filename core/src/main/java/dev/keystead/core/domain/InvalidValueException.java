package dev.keystead.core.domain;

/** A single value breaks its rule. The message says what is expected and never repeats the value. */
public final class InvalidValueException extends KeysteadException {
    public InvalidValueException(String expected) {
        super(ErrorKind.INVALID, expected);
    }
}
