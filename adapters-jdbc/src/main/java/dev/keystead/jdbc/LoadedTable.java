package dev.keystead.jdbc;

import dev.keystead.core.spi.DuplicateException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A table that an import fills.
 *
 * @param taken what is there already if a key is
 * @param delete deletes the row of one key, whose columns are its parameters in order
 * @param insert inserts one row by named parameters
 * @param key the columns of an item's key
 * @param bind binds the named parameters of an item
 */
record LoadedTable<T>(
        DuplicateException.Of taken,
        String delete,
        String insert,
        Function<T, List<String>> key,
        BiConsumer<PreparedBatch, T> bind) {}
