package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** All that differs from one database to the other. Safe for use by many threads. */
interface Dialect {
    /** The URLs that are understood, as messages name them. */
    String SUPPORTED = "jdbc:postgresql://HOST:PORT/DATABASE, jdbc:h2:file:PATH and jdbc:h2:mem:NAME";

    /** Where the migrations are, the shared ones first. */
    List<String> migrationLocations();

    /** The types that the shared migrations leave open. */
    Map<String, String> migrationTypes();

    /**
     * Makes a connection fit for use; called whenever one is taken from the pool.
     *
     * @throws InvalidValueException if the database refuses a setting without which commits could be lost
     */
    void prepare(Connection connection) throws SQLException;

    /**
     * Runs a transaction that writes, from its beginning until it counts as done.
     *
     * @throws StorageUnavailableException if it does not get its turn soon; it did not begin then
     */
    default <R> R writing(Supplier<R> transaction) {
        return transaction.get();
    }

    /**
     * Called after each commit, on the connection that committed, before the commit counts as done.
     *
     * @throws SQLException if it may be lost
     */
    void committed(Connection connection) throws SQLException;

    /**
     * Returns when all that the connection can see is as safe as what was committed: what one commit wrote may be seen before that commit
     * counts as done.
     *
     * @throws SQLException if that cannot be said
     */
    default void settle(Connection connection) throws SQLException {}

    /**
     * The dialect of the database behind the data source.
     *
     * @throws InvalidValueException if it is none that is supported
     * @throws StorageUnavailableException if it is out of reach
     */
    static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.equals(H2Dialect.PRODUCT)) {
                return new H2Dialect(false);
            }
            if (product.equals(PostgresDialect.PRODUCT)) {
                return new PostgresDialect();
            }
            throw new InvalidValueException("the database is not supported: " + SUPPORTED + " are");
        } catch (SQLException e) {
            throw SqlErrors.atOpen(e);
        }
    }
}
