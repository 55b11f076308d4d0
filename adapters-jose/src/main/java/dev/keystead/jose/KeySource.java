package dev.keystead.jose;

/** Where the keys that verify tokens come from. Safe for use by many threads. */
@FunctionalInterface
interface KeySource extends AutoCloseable {

    /**
     * The keys as they are now; the same object for as long as they did not change.
     *
     * @throws dev.keystead.core.domain.UnavailableException while no keys were ever loaded
     */
    VerificationKeys current();

    /**
     * The keys as they are after a look, where one is worth it, for a key that is not among them: it may be new. They may be the same as
     * before.
     *
     * @throws dev.keystead.core.domain.UnavailableException while no keys were ever loaded
     */
    default VerificationKeys lookingFor(String keyId) {
        return current();
    }

    /** True if there are keys. Answers at once. */
    default boolean isReady() {
        return true;
    }

    /** Ends what runs in the background, if anything does. */
    @Override
    default void close() {}
}
