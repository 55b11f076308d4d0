package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.h2.jdbc.JdbcConnection;

/**
 * H2, from a file or in memory. A transaction that has committed is in memory; whoever waits for it to be durable has it written to the file
 * with all others ({@link H2GroupCommit}). By default H2 would write half a second after it has acknowledged a commit, and a process that is
 * killed in between loses it. The setting that forbids it does not stick to the file, and each connection that is opened to it may change it
 * by its URL: so it is looked at whenever a connection is used, and enforced.
 */
final class H2Dialect implements Dialect {
    static final String PRODUCT = "H2";

    private final H2GroupCommit commits;
    private final boolean heldOpen;

    private H2Dialect(boolean sync, boolean heldOpen) {
        this.commits = new H2GroupCommit(sync);
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

    @Override
    public <R> R writing(Supplier<R> transaction) {
        return commits.transaction(transaction);
    }

    /** Runs what can as well be done later and promises nothing, such as a compaction, unless its turn does not come soon. */
    void writingIfFree(Runnable work) {
        commits.ifFree(work);
    }

    /** Runs the end of the database, behind those who wait for their turn, if they do not take long. */
    void ending(Runnable end) {
        commits.ending(end);
    }

    @Override
    public Durability durability(Connection connection) throws SQLException {
        Optional<H2File> file = H2File.behind(connection);
        if (connection.unwrap(JdbcConnection.class).isClosed()) {
            throw H2GroupCommit.closedMeanwhile();
        }
        if (file.isEmpty()) {
            return Durability.GIVEN;
        }
        Durability durability = commits.durability(file.get());
        if (heldOpen || !commits.holdsTurn()) {
            return durability;
        }
        durability.await();
        return Durability.GIVEN;
    }
}
