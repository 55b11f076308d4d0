package dev.keystead.core.spi;

import dev.keystead.core.domain.Identity;

/** Proves who presents a token and what they may do. Safe for use by many threads. */
@FunctionalInterface
public interface TokenVerifier {

    /**
     * Verifies a bearer token.
     *
     * @param token as the client sent it, without the scheme; anything at all may stand in it
     * @throws InvalidTokenException if it proves nothing
     * @throws dev.keystead.core.domain.UnavailableException while no keys were ever loaded
     */
    Identity verify(String token);

    /** True if there are keys to verify tokens with, so that {@link #verify} does not end as unavailable. Answers at once. */
    default boolean isReady() {
        return true;
    }
}
