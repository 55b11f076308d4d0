package dev.keystead.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Where a pool gets its connections: tries until there is one. A pool that is told of a failure pauses longer and longer, up to five
 * seconds after an outage of ten, and the database would be back unnoticed meanwhile. Safe for use by many threads.
 */
final class ReconnectingDataSource implements DataSource {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ReconnectingDataSource.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource source;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile boolean ended;

    ReconnectingDataSource(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = source.getConnection();
                if (lost.compareAndSet(true, false)) {
                    LOG.info("the database is back");
                }
                return connection;
            } catch (SQLException e) {
                if (lost.compareAndSet(false, true)) {
                    LOG.warn(
                            "the database is out of reach (SQLState {}), trying again until it is back",
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

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the source has its user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
