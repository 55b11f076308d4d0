package dev.keystead.app.config;

/**
 * A value and where it comes from.
 *
 * @param key under which name it was given
 * @param value as it was given
 * @param origin the source's own name for it, for messages
 */
record Setting(OptionKey key, String value, String origin) {
    Option option() {
        return key.option();
    }

    /** The value may be a secret. */
    @Override
    public String toString() {
        return origin;
    }
}
