package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Where a pool gets its connections: tries until there is one. A pool that is told of a failure pauses longer and longer, up to five
 * seconds after an outage of ten, and the database would be back unnoticed meanwhile. Safe for use by many threads.
 */
final class ReconnectingDataSource extends DelegatingDataSource {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ReconnectingDataSource.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile boolean ended;

    ReconnectingDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = source().getConnection();
                if (lost.compareAndSet(true, false)) {
                    LOG.info("the database is back");
                }
                return connection;
            } catch (SQLException e) {
                if (lost.compareAndSet(false, true)) {
                    LOG.warn(
                            "{} (SQLState {}), trying again until it is back",
                            SqlErrors.beforeCommit(e).getMessage(),
                            e.getSQLState());
                }
                pause();
                if (ended || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private void pause() {
        if (!ended) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** From now on the first failure is the last. */
    void giveUp() {
        ended = true;
    }
}
