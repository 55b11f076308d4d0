package dev.keystead.example.rocksdb;

import dev.keystead.core.spi.StorageUnavailableException;
import java.util.List;
import java.util.Optional;

/** The number of the layout of keys and values, kept in the database itself, so that a later one can be told from this. */
final class Layout {
    private static final byte CURRENT = 1;
    private static final byte[] KEY = Keys.layout();

    private Layout() {}

    /** The number; empty before the first migration. */
    static Optional<Byte> of(View view) {
        return view.get(KEY).map(value -> value[0]);
    }

    /** What was done, a line a step. */
    static List<String> bringUpToDate(Batch batch) {
        Optional<Byte> found = of(batch);
        if (found.isEmpty()) {
            batch.put(KEY, new byte[] {CURRENT});
            return List.of("layout " + CURRENT + " begun");
        }
        if (found.get() != CURRENT) {
            throw new StorageUnavailableException("the folder was written by a later version of this adapter", null);
        }
        return List.of();
    }
}
