package dev.keystead.jose;

/** Where the keys that verify tokens come from. Safe for use by many threads. */
@FunctionalInterface
interface KeySource {

    /**
     * The keys as they are now; the same object for as long as they did not change.
     *
     * @throws dev.keystead.core.domain.UnavailableException while no keys were ever loaded
     */
    VerificationKeys current();
}
