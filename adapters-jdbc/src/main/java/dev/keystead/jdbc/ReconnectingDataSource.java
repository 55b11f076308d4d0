package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the pool gets its connections: tries until there is one. A pool that is told of a failure pauses longer and longer, up to five
 * seconds after an outage of ten, and the database would be back unnoticed meanwhile. Safe for use by many threads.
 */
@SuppressWarnings("serial") // never serialised
final class ReconnectingDataSource extends PGSimpleDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReconnectingDataSource.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile boolean ended;

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = super.getConnection();
                if (lost.compareAndSet(true, false)) {
                    LOG.info("the database is back");
                }
                return connection;
            } catch (SQLException e) {
                if (ended || Thread.interrupted()) {
                    throw e;
                }
                if (lost.compareAndSet(false, true)) {
                    LOG.warn(
                            "the database is out of reach (SQLState {}), trying again until it is back",
                            e.getSQLState());
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** From now on the first failure is the last. */
    void giveUp() {
        ended = true;
    }
}
