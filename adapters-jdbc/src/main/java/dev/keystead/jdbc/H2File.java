package dev.keystead.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The file of an H2 database. Each write appends the pages that were changed and leaves holes where they were. H2 closes the holes in the
 * background only with a write delay, which loses commits; without one the file grew to a hundred times its content. So we ask for it.
 */
final class H2File {
    /** Neither with each commit nor by a thread of H2's some milliseconds after it. */
    private static final int WHEN_TOLD = -1;

    private static final int AT_ONCE = 0;

    private static final int STATES_KEPT = 32;
    /** By H2's default of 45 seconds a busy file grows to gigabytes. */
    private static final int MILLIS_KEPT = 1_000;

    private static final int WORTHWHILE_FILL_PERCENT = 50;
    private static final int BYTES_AT_A_TIME = 1024 * 1024;
    private static final long QUICKLY_COPIED_BYTES = 1024L * 1024 * 1024;

    private final Database database;
    private final MVStore store;

    private H2File(Database database) {
        this.database = database;
        this.store = database.getStore().getMvStore();
    }

    /**
     * The file of the connection's database, if it has one and the connection is open.
     *
     * @throws SQLException if the connection is closed meanwhile
     */
    static Optional<H2File> behind(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        try {
            return session instanceof SessionLocal local && local.getDatabase().isPersistent()
                    ? Optional.of(new H2File(local.getDatabase()))
                    : Optional.empty();
        } catch (DbException closedMeanwhile) {
            throw closedMeanwhile.getSQLException();
        }
    }

    /**
     * Leaves it to {@link #write} when the file is written, and lets space be used again, but not that of the last states. H2 finds the last
     * state from an earlier one, up to 20 before, that the header of the file or its end points to; by default it may write over that before
     * it has written the header anew, and a process that fails in between loses the commits since.
     */
    void setUp() {
        store.setAutoCommitDelay(AT_ONCE); // waits for the end of H2's thread, if there is one
        store.setAutoCommitDelay(WHEN_TOLD);
        store.setVersionsToKeep(STATES_KEPT);
        store.setRetentionTime(MILLIS_KEPT);
        store.setReuseSpace(true);
    }

    /** Whether it is still so: each new connection, even one that nobody uses yet, sets anew what its URL says. */
    boolean isSetUp() {
        return store.getAutoCommitDelay() == WHEN_TOLD
                && store.getVersionsToKeep() == STATES_KEPT
                && store.getRetentionTime() == MILLIS_KEPT;
    }

    /** Whether H2 writes by itself what was committed, and later than it was told to. */
    boolean writesLater() {
        return store.getAutoCommitDelay() > 0;
    }

    /**
     * Writes all that was committed. A store that is closed writes nothing, without a word. After a failure it is closed: H2 would find
     * nothing left to be written, and take the next attempt for a success.
     *
     * @param sync whether to return only when the operating system has forced it to the disk
     * @throws SQLException if it failed; what is in the file then is not known
     */
    void write(boolean sync) throws SQLException {
        try {
            database.getStore().flush();
            if (sync) {
                store.sync();
            }
        } catch (RuntimeException | Error failure) {
            store.closeImmediately();
            throw new SQLException("the H2 file was not written", SqlErrors.H2_CLOSED, failure);
        }
    }

    /** Whether what waits to be written nears the size, three quarters of a limit, at which H2 writes it with the next commit. */
    boolean isFilling() {
        return !isGivenUp() && store.getUnsavedMemory() > store.getAutoCommitMemory() / 2;
    }

    /** Whether both are of one database, opened once. */
    boolean isSameAs(@Nullable H2File other) {
        return other != null && database == other.database;
    }

    /** Whether H2 closed the file by itself, because of a failure. */
    boolean isGivenUp() {
        return store.isClosed();
    }

    /** Moves a few of the pages between holes if the file is mostly holes; commits wait meanwhile. */
    void compact() {
        store.compact(WORTHWHILE_FILL_PERCENT, BYTES_AT_A_TIME);
    }

    /**
     * Closes the database and leaves its content alone in the file if that was mostly holes, unless there is so much that it would take
     * minutes, or the database is in use by others of this process. The new file belongs to whom the old one did.
     */
    static void shrink(Connection connection) throws SQLException {
        Optional<H2File> file = behind(connection);
        if (file.isPresent() && file.get().isFreeToShrink()) {
            FileOwnership ownership = FileOwnership.of(file.get().path());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
            ownership.restore();
        }
    }

    private Path path() {
        return Path.of(store.getFileStore().getFileName());
    }

    private boolean isFreeToShrink() {
        if (isGivenUp() || Files.isSymbolicLink(path())) {
            return false; // H2 would put a new file in the place of the link
        }
        long size = store.getFileStore().size();
        long live = size / 100 * store.getFileStore().getChunksFillRate();
        return live < QUICKLY_COPIED_BYTES
                && live < size / 100 * WORTHWHILE_FILL_PERCENT
                && database.getSessions(false).length == 1;
    }
}
