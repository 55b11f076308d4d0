package dev.keystead.core.domain;

/**
 * Asks that a repeated request has one effect.
 *
 * @param key the client's key
 * @param representation whether the answer shows the credential; a replay shows what the first answer showed
 */
public record Idempotency(IdempotencyKey key, boolean representation) {
    public static Idempotency of(String key) {
        return new Idempotency(new IdempotencyKey(key), false);
    }
}
