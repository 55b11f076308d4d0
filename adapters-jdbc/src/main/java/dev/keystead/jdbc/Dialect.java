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

    /** Makes a connection fit for use; called whenever one is taken from the pool. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Runs a transaction that writes, from its beginning to its commit.
     *
     * @throws StorageUnavailableException if it does not get its turn soon; it did not begin then
     */
    default <R> R writing(Supplier<R> transaction) {
        return transaction.get();
    }

    /**
     * What has to be awaited before anything that the connection can see counts as done, its own commit too. Whoever waits
     * holds no connection that a writer may need.
     *
     * @throws SQLException if it may be lost already
     */
    default Durability durability(Connection connection) throws SQLException {
        return Durability.GIVEN;
    }

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
                return H2Dialect.writingEach();
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
