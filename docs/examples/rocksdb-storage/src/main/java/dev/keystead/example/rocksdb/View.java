package dev.keystead.example.rocksdb;

import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads keys and values. */
interface View {

    /** The value under the key, if there is one. */
    Optional<byte[]> get(byte[] key);

    /**
     * Shows the keys that begin with the prefix, with their values, in ascending order, until there are no more or the visitor returns
     * false. What is written meanwhile is not seen.
     *
     * @param after where to begin: behind this key, which need not exist; the prefix itself for all
     */
    void ascend(byte[] prefix, byte[] after, BiPredicate<byte[], byte[]> visitor);

    /** The same downwards, beginning before the key; {@link Keys#end} of the prefix for all. */
    void descend(byte[] prefix, byte[] before, BiPredicate<byte[], byte[]> visitor);

    default boolean has(byte[] key) {
        return get(key).isPresent();
    }
}
