package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.StorageUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.jdbc.JdbcConnection;

/**
 * H2, from a file or in memory. By default H2 writes a commit to its file half a second after it has acknowledged it, and a process
 * that is killed in between loses it; {@code WRITE_DELAY 0} makes it write first. The setting does not stick to the file, and each connection
 * that is opened to it may change it by its URL: so it is looked at whenever a connection is used, and enforced.
 */
final class H2Dialect implements Dialect {
    static final String PRODUCT = "H2";

    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);

    private final boolean syncAtCommit;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Connection> prepared =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Makes the dialect for one database.
     *
     * @param syncAtCommit whether each commit is forced to the disk, so that it survives a power cut as well
     */
    H2Dialect(boolean syncAtCommit) {
        this.syncAtCommit = syncAtCommit;
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
        Connection physical = connection.unwrap(JdbcConnection.class);
        Optional<H2File> file = H2File.behind(connection);
        if (!prepared.contains(physical) || isDelayed(file)) {
            enforceWriteDelay(connection);
            prepared.add(physical);
        }
        file.filter(h2 -> !h2.keepsLastStates()).ifPresent(H2File::keepLastStates);
    }

    /**
     * One at a time. When a write to the file fails, H2 lets a commit that waits already write before it closes the store: behind a hole, in a
     * file that it cannot open again. And where each commit is forced to the disk, it writes over what the last state does not need any more:
     * a power cut must not find that done while the state itself is still on its way.
     */
    @Override
    public <R> R writing(Supplier<R> transaction) {
        if (!hasTurn()) {
            throw new StorageUnavailableException(false, null);
        }
        return inTurn(transaction);
    }

    /** Runs what can as well be done later, such as a compaction, unless its turn does not come soon. */
    void writingIfFree(Runnable work) {
        if (hasTurn()) {
            inTurn(() -> {
                work.run();
                return work;
            });
        }
    }

    private <R> R inTurn(Supplier<R> work) {
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@code CHECKPOINT SYNC} returns when the operating system has forced the file to the disk. */
    @Override
    public void committed(Connection connection) throws SQLException {
        if (syncAtCommit) {
            execute(connection, "CHECKPOINT SYNC");
        }
        requireKept(connection);
    }

    /** A transaction is seen by others before it is written; a {@code CHECKPOINT} waits for the write that is going on, and writes the rest. */
    @Override
    public void settle(Connection connection) throws SQLException {
        if (H2File.behind(connection).isPresent()) {
            execute(connection, syncAtCommit ? "CHECKPOINT SYNC" : "CHECKPOINT");
            requireKept(connection);
        }
    }

    /**
     * A store that was closed under a commit, because of a failure elsewhere, takes the commit and writes nothing; one that got a write delay
     * meanwhile writes it later.
     */
    private static void requireKept(Connection connection) throws SQLException {
        Optional<H2File> file = H2File.behind(connection);
        if (file.filter(H2File::isGivenUp).isPresent()
                || connection.unwrap(JdbcConnection.class).isClosed()) {
            throw new SQLException("the database was closed meanwhile", SqlErrors.H2_CLOSED);
        }
        if (isDelayed(file)) {
            throw new SQLTransientException("the database got a write delay meanwhile");
        }
    }

    private static boolean isDelayed(Optional<H2File> file) {
        return file.isPresent() && !file.get().writesAtOnce();
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void enforceWriteDelay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException e) {
            if (SqlErrors.isMissingRight(e)) {
                throw new InvalidValueException(
                        "the H2 user must be an administrator of the database: WRITE_DELAY 0 cannot be set otherwise");
            }
            throw e;
        }
        if (!writesAtOnce(connection)) {
            throw new InvalidValueException(
                    "the H2 database does not accept WRITE_DELAY 0, without which it loses commits");
        }
    }

    /** H2 reports the setting twice: as it was stored and as it is in force. */
    private static boolean writesAtOnce(Connection connection) throws SQLException {
        String delays = """
                SELECT setting_value
                FROM information_schema.settings
                WHERE setting_name = 'WRITE_DELAY' AND setting_value <> '0'
                """;
        try (Statement statement = connection.createStatement();
                ResultSet delay = statement.executeQuery(delays)) {
            return !delay.next();
        }
    }
}
