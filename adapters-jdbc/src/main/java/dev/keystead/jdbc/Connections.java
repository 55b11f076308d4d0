package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/** Gives connections until the storage is closed. */
final class Connections implements ConnectionFactory {
    private static final String CONNECTION_DOES_NOT_EXIST = "08003";

    private final DataSource prepared;
    private final AtomicBoolean closed = new AtomicBoolean();

    Connections(PreparedDataSource prepared) {
        this.prepared = prepared;
    }

    @Override
    public Connection openConnection() throws SQLException {
        requireOpen();
        Connection connection = prepared.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true); // a single read is a transaction of its own
            }
            return connection;
        } catch (SQLException | RuntimeException unfit) {
            try (connection) {
                throw unfit;
            }
        }
    }

    /**
     * Passes while the storage is open.
     *
     * @throws SQLException if it was closed
     */
    void requireOpen() throws SQLException {
        if (closed.get()) {
            throw new SQLNonTransientConnectionException("the storage is closed", CONNECTION_DOES_NOT_EXIST);
        }
    }

    /** From now on no connection is given; those that are out stay usable. False if it was closed before. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }
}
