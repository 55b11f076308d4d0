package dev.keystead.jdbc;

import dev.keystead.core.spi.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.h2.jdbc.JdbcConnection;

/**
 * H2, from a file or in memory. A transaction that has committed is in memory; whoever waits for it to be durable writes it to the file with
 * all others that have committed since the last write. By default H2 would write half a second after it has acknowledged a commit, and a
 * process that is killed in between loses it. The setting that forbids it does not stick to the file, and each connection that is opened to it
 * may change it by its URL: so it is looked at whenever a connection is used, and enforced.
 */
final class H2Dialect implements Dialect {
    static final String PRODUCT = "H2";

    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);

    private final boolean syncAtCommit;
    private final boolean heldOpen;
    private final ReentrantLock turn = new ReentrantLock(true);
    /** Whether something may have been committed since the last write. Set before a commit can be seen; set back in turn. */
    private volatile boolean unwritten;

    private H2Dialect(boolean syncAtCommit, boolean heldOpen) {
        this.syncAtCommit = syncAtCommit;
        this.heldOpen = heldOpen;
    }

    /** For a database that may be closed whenever a connection to it is: each commit is written while its connection is there. */
    static H2Dialect writingEach() {
        return new H2Dialect(false, false);
    }

    /**
     * For a database that a connection holds open which is not given back: commits are written together.
     *
     * @param syncAtCommit whether each commit is forced to the disk, so that it survives a power cut as well
     */
    static H2Dialect writingTogether(boolean syncAtCommit) {
        return new H2Dialect(syncAtCommit, true);
    }

    @Override
    public List<String> migrationLocations() {
        return List.of("classpath:keystead/db/migration/common");
    }

    @Override
    public Map<String, String> migrationTypes() {
        return Map.of("text", "VARCHAR", "instant", "TIMESTAMP(3) WITH TIME ZONE");
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        H2File.behind(connection).filter(file -> !file.isSetUp()).ifPresent(H2File::setUp);
    }

    /**
     * One at a time, and none while the file is written. When a write fails, H2 lets a commit that waits already write before it closes the
     * store: behind a hole, in a file that it cannot open again. And where the file is forced to the disk, H2 writes over what the last
     * state does not need any more: a power cut must not find that done while the state itself is still on its way.
     */
    @Override
    public <R> R writing(Supplier<R> transaction) {
        if (!hasTurn()) {
            throw new StorageUnavailableException(false, null);
        }
        try {
            unwritten = true;
            return transaction.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Runs what can as well be done later, such as a compaction, unless its turn does not come soon.
     *
     * @param work says whether it did anything
     * @return whether anything was done
     */
    boolean writingIfFree(BooleanSupplier work) {
        if (!hasTurn()) {
            return false;
        }
        try {
            boolean changed = work.getAsBoolean();
            if (changed) {
                unwritten = true;
            }
            return changed;
        } finally {
            turn.unlock();
        }
    }

    /** Those who wait meet behind those whose transactions come before: the first writes for all, and the others find it done. */
    @Override
    public Durability durability(Connection connection) throws SQLException {
        Optional<H2File> file = H2File.behind(connection);
        if (connection.unwrap(JdbcConnection.class).isClosed()) {
            throw closedMeanwhile();
        }
        if (file.isEmpty()) {
            return Durability.GIVEN;
        }
        if (heldOpen) {
            return () -> write(file.get());
        }
        write(file.get());
        return Durability.GIVEN;
    }

    private void write(H2File file) throws SQLException {
        if (unwritten) {
            if (!hasTurn()) {
                throw new SQLTransientException("the file was not written in time");
            }
            try {
                if (unwritten) {
                    file.write(syncAtCommit);
                    // What a lost database does not take must not count for what waits to be written to the next one.
                    requireKept(file);
                    unwritten = false;
                }
            } finally {
                turn.unlock();
            }
        }
        requireKept(file);
    }

    /**
     * A store that was closed because of a failure takes commits and writes, and writes nothing; one that got a write delay meanwhile may
     * write later.
     */
    private static void requireKept(H2File file) throws SQLException {
        if (file.isGivenUp()) {
            throw closedMeanwhile();
        }
        if (file.writesLater()) {
            throw new SQLTransientException("the database got a write delay meanwhile");
        }
    }

    private static SQLException closedMeanwhile() {
        return new SQLException("the database was closed meanwhile", SqlErrors.H2_CLOSED);
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
