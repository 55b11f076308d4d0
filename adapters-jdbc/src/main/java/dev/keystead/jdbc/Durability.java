package dev.keystead.jdbc;

import java.sql.SQLException;

/** What a commit that can be seen still lacks before it counts as done. Needs no connection. Safe for use by many threads. */
@FunctionalInterface
interface Durability {
    /** Nothing is lacking. */
    Durability GIVEN = () -> {};

    /**
     * Returns when the commit survives what the storage promises that it survives.
     *
     * @throws SQLException if that cannot be said
     */
    void await() throws SQLException;
}
