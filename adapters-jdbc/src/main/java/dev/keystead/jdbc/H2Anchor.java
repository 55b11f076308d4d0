package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds an H2 database open by one connection beside the pool, and keeps its file small. A database in memory lives as long as its
 * anchor, and no other process gets hold of a file meanwhile. Safe for use by many threads.
 */
final class H2Anchor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2Anchor.class);
    private static final Duration BETWEEN_COMPACTIONS = Duration.ofMillis(100);

    private final PreparedDataSource h2;
    private final H2Dialect dialect;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(H2Anchor::daemon);
    private Connection connection;
    private boolean failing;

    private H2Anchor(PreparedDataSource h2, H2Dialect dialect) throws SQLException {
        this.h2 = h2;
        this.dialect = dialect;
        this.connection = h2.getConnection();
    }

    /**
     * Opens the database.
     *
     * @throws dev.keystead.core.spi.StorageUnavailableException if it is out of reach
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is dealt with where it happens
    static H2Anchor cast(DataSource h2, H2Dialect dialect) {
        try {
            H2Anchor anchor = new H2Anchor(new PreparedDataSource(h2, dialect), dialect);
            anchor.keeper.scheduleWithFixedDelay(
                    anchor::tend,
                    BETWEEN_COMPACTIONS.toMillis(),
                    BETWEEN_COMPACTIONS.toMillis(),
                    TimeUnit.MILLISECONDS);
            return anchor;
        } catch (SQLException e) {
            throw SqlErrors.atOpen(e);
        }
    }

    /** H2 gives a database up whose file it cannot write, such as on a full disk: then it has to be opened anew. */
    private synchronized void tend() {
        try {
            if (connection.isClosed()
                    || H2File.behind(connection).filter(H2File::isGivenUp).isPresent()) {
                connection = h2.getConnection();
            }
            Optional<H2File> file = H2File.behind(connection);
            if (file.isPresent()) {
                dialect.writingIfFree(file.get()::compact); // what it moved is written with the next commit
                dialect.durability(connection).await(); // of a commit that nobody could have written
            }
            failing = false;
        } catch (SQLException | RuntimeException | OutOfMemoryError e) { // what is thrown here would end the keeper
            if (!failing) {
                LOG.warn("the H2 file cannot be kept small: {}", e.getClass().getName());
            }
            failing = true;
        }
    }

    /** Lets go of the database, after the pool did. */
    @Override
    public void close() {
        keeper.shutdown();
        synchronized (this) {
            try {
                dialect.durability(connection).await();
            } catch (SQLException lost) {
                // those who wait are told so
            } finally {
                dialect.ending(this::closeConnection);
            }
        }
    }

    private void closeConnection() {
        try (Connection last = connection) {
            H2File.shrink(last);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the H2 file was not made small: {}", e.getClass().getName());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "keystead-h2-file");
        thread.setDaemon(true);
        return thread;
    }
}
