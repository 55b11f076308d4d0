package dev.keystead.core.domain;

import java.util.Optional;

/**
 * What an update says about a client secret: its new value, or by sending the mask back that it stays.
 *
 * @param replacement the new value; empty if the secret stays
 */
public record KeyChange(Optional<Secret> replacement) {
    public static final KeyChange KEEP = new KeyChange(Optional.empty());

    public static KeyChange to(Secret replacement) {
        return new KeyChange(Optional.of(replacement));
    }

    /** Reads the mask as {@link #KEEP} and everything else as a new {@link Secret}. */
    public static KeyChange of(String value) {
        return MaskedSecret.TEXT.equals(value) ? KEEP : to(Secret.of(value));
    }
}
