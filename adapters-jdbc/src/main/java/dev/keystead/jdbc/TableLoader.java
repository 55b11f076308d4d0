package dev.keystead.jdbc;

import dev.keystead.core.spi.DuplicateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Collects the rows of one table and writes them a batch at a time. */
final class TableLoader<T> {
    private static final int BATCH = 500;

    private final LoadedTable<T> table;
    private final Handle handle;
    private final boolean replace;
    private final Map<List<String>, T> pending = new LinkedHashMap<>();

    TableLoader(LoadedTable<T> table, Handle handle, boolean replace) {
        this.table = table;
        this.handle = handle;
        this.replace = replace;
    }

    /** Takes one more item. Of two with the same key the later one is kept, if replacing is allowed at all. */
    void add(T item) {
        boolean twice = pending.put(table.key().apply(item), item) != null;
        if (twice && !replace) {
            throw new DuplicateException(table.taken());
        }
        if (pending.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        if (replace) {
            deleteStored();
        }
        SqlErrors.refusingDuplicates(table.taken(), this::insert);
        pending.clear();
    }

    private void deleteStored() {
        try (PreparedBatch batch = handle.prepareBatch(table.delete())) {
            for (List<String> key : pending.keySet()) {
                for (int column = 0; column < key.size(); column++) {
                    batch.bind(column, key.get(column));
                }
                batch.add();
            }
            batch.execute();
        }
    }

    private int[] insert() {
        try (PreparedBatch batch = handle.prepareBatch(table.insert())) {
            for (T item : pending.values()) {
                table.bind().accept(batch, item);
                batch.add();
            }
            return batch.execute();
        }
    }
}
