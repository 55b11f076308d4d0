package dev.keystead.core.usecase;

import dev.keystead.core.domain.SecretBinding;

/**
 * Seals the stored secrets again that are under another key than the one that seals now. The operator's work, not a caller's: it reaches
 * across organisations and asks for no permission. Safe for use by many threads, next to running servers, and several times at once.
 */
@FunctionalInterface
public interface ResealSecrets {

    /**
     * Walks through all that is stored, once. Each value is opened, sealed with the key that seals then, and put in the place of the old
     * one only if that is still there; version and history stay as they are. What is stored while it walks may be missed: begin again
     * until nothing is left.
     *
     * <p>A value that does not open is told to the observer and passed over. Ending between any two values, or in the middle of one, harms
     * nothing.
     *
     * @return what was done
     * @throws dev.keystead.core.domain.UnavailableException if the storage, or what seals, is out of reach; what was sealed until then
     *     stays so
     */
    Tally reseal(Observer observer);

    /** Follows the work, and may end it. */
    interface Observer {

        /** False to end the work; asked before each value. */
        default boolean goesOn() {
            return true;
        }

        /** Told after each batch what was done so far; may take its time, since nothing is held meanwhile. */
        default void worked(Tally soFar) {}

        /**
         * Told of each secret that does not open.
         *
         * @param place whose secret it is
         * @param keyId the key that it names
         */
        default void unopened(SecretBinding place, String keyId) {}
    }

    /**
     * How many secrets were met.
     *
     * @param resealed sealed anew
     * @param skipped under the right key before, or replaced or removed by somebody else at that moment
     * @param unopened not opened, and left as they are
     */
    record Tally(long resealed, long skipped, long unopened) {
        public static final Tally NONE = new Tally(0, 0, 0);

        /** The two together. */
        public Tally plus(Tally other) {
            return new Tally(resealed + other.resealed, skipped + other.skipped, unopened + other.unopened);
        }

        /** How many there were. */
        public long total() {
            return resealed + skipped + unopened;
        }

        /** As the operator reads it. */
        @Override
        public String toString() {
            return "resealed: " + resealed + ", skipped: " + skipped + ", not opened: " + unopened;
        }
    }
}
