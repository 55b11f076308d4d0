package dev.keystead.jose;

/**
 * A token that must be refused.
 *
 * @param name what is wrong with it
 */
public record HostileToken(String name, String token) {
    @Override
    public String toString() {
        return name;
    }
}
