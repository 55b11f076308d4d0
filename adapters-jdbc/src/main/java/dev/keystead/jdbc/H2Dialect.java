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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
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

    private final boolean sync;
    private final boolean heldOpen;
    private final ReentrantLock turn = new ReentrantLock(true);
    /** The number of the last transaction; raised in its turn, before what it commits can be seen. */
    private final AtomicLong last = new AtomicLong();
    /** The number of the last one that is in the file, and all before it. */
    private final AtomicLong lastWritten = new AtomicLong();

    private H2Dialect(boolean sync, boolean heldOpen) {
        this.sync = sync;
        this.heldOpen = heldOpen;
    }

    /** For a database that may be closed whenever a connection to it is: each commit is written while its connection is there. */
    static H2Dialect writingEach() {
        return new H2Dialect(false, false);
    }

    /**
     * For a database that a connection holds open which is not given back: commits are written together.
     *
     * @param sync whether what is written is forced to the disk, so that it survives a power cut as well
     */
    static H2Dialect writingTogether(boolean sync) {
        return new H2Dialect(sync, true);
    }

    @Override
    public List<String> migrationLocations() {
        return List.of("classpath:keystead/db/migration/common", "classpath:keystead/db/migration/h2");
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
            last.incrementAndGet();
            return transaction.get();
        } finally {
            turn.unlock();
        }
    }

    /** Runs what can as well be done later and promises nothing, such as a compaction, unless its turn does not come soon. */
    void writingIfFree(Runnable work) {
        if (hasTurn()) {
            try {
                work.run();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Runs the end of the database, behind those who wait for their turn, if they do not take long. */
    void ending(Runnable end) {
        boolean inTurn = hasTurn();
        try {
            end.run();
        } finally {
            if (inTurn) {
                turn.unlock();
            }
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
        long number = last.get();
        if (heldOpen || !turn.isHeldByCurrentThread()) {
            return () -> write(file.get(), number);
        }
        write(file.get(), number);
        return Durability.GIVEN;
    }

    private void write(H2File file, long number) throws SQLException {
        if (lastWritten.get() >= number) {
            requireKept(file);
            return;
        }
        if (!hasTurn()) {
            throw new SQLTransientException("the file was not written in time");
        }
        try {
            if (lastWritten.get() >= number) {
                requireKept(file);
                return;
            }
            file.write(sync);
            // What a lost database does not take must not count for what waits to be written to the next one.
            requireKept(file);
            lastWritten.set(last.get());
        } finally {
            turn.unlock();
        }
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
