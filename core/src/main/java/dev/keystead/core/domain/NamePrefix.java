package dev.keystead.core.domain;

/**
 * The literal, case-sensitive beginning of the names that a list is filtered by.
 *
 * @param value 0 to 128 code points, kept as given (a blank at the end counts); no control characters, U+2028, U+2029
 *     or unpaired surrogates
 */
public record NamePrefix(String value) {
    public NamePrefix {
        if (Text.length(value) > CredentialName.MAX) {
            throw new InvalidValueException("must have at most " + CredentialName.MAX + " characters");
        }
        Text.line("x" + value, CredentialName.MAX + 1); // the letter stands for the rest of the name
    }

    @Override
    public String toString() {
        return value;
    }
}
