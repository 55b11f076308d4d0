package dev.keystead.core.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The value of an Azure client secret, in clear. Exists only in the commands that bring it and in the result of resolve; compared in
 * constant time, never printed, not serializable. Immutable.
 */
public final class Secret implements SecretForm {
    private static final int MAX = 256;
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Takes a secret's value: 1 to 256 visible ASCII characters. A GUID is refused, for it is the secret's ID, and so is the mask.
     *
     * @throws InvalidValueException if it breaks the rule; the message never holds the value
     */
    public static Secret of(String value) {
        if (MaskedSecret.TEXT.equals(value)) {
            throw new InvalidValueException("must be the client secret's value, not the mask that stands for it");
        }
        if (Guid.is(value)) {
            throw new InvalidValueException("is a GUID, so it is the client secret's ID: give the secret's value");
        }
        if (!Text.isWord(value, MAX, Text::isVisibleAscii)) {
            throw new InvalidValueException("must be the client secret's value: 1 to 256 visible ASCII characters");
        }
        return new Secret(value);
    }

    /** The secret itself. Who may call this is a list in the architecture rules. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode(); // of nothing that an observer could use
    }

    @Override
    public String toString() {
        return MaskedSecret.TEXT;
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
