package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Storage in a relational database, over a pool that the caller brings and keeps: closing the storage leaves the pool open.
 *
 * <p>On an H2 file, the storage decides when the file is written, whatever {@code WRITE_DELAY} the URL of the pool sets, since H2 would
 * otherwise acknowledge commits that a killed process loses. H2 does not compact a file then, which grows without bound: prefer
 * {@link JdbcStorageProvider}, which does, for an H2 file. H2 may lose commits when a write fails while another waits: the storage writes one
 * at a time, and nobody beside it, nor a second storage over the same file, should write. The data source needs at least two connections
 * while {@link #migrate()} runs.
 */
public final class JdbcStorage implements Storage {
    private final DataSource pool;
    private final Dialect dialect;
    private final Connections connections;
    private final Connections patientConnections;
    private final Database database;
    private final Database patientDatabase;
    private final Migrations migrations;
    private final Runnable release;

    /**
     * Assembles a storage.
     *
     * @param pool where connections come from
     * @param patient where the connections for work that takes long come from, such as migrations and imports; may be the pool
     * @param dialect of the database
     * @param release called once, when the storage is closed
     */
    JdbcStorage(DataSource pool, DataSource patient, Dialect dialect, Runnable release) {
        this.pool = pool;
        this.dialect = dialect;
        PreparedDataSource preparedPatient = new PreparedDataSource(patient, dialect);
        this.connections = new Connections(new PreparedDataSource(pool, dialect));
        this.patientConnections = new Connections(preparedPatient);
        this.database = new Database(connections, dialect);
        this.patientDatabase = new Database(patientConnections, dialect);
        this.migrations = new Migrations(preparedPatient, dialect);
        this.release = release;
    }

    /**
     * Opens the storage behind the data source, without migrating it. Takes a connection to see which database it is.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if the database is not supported
     * @throws dev.keystead.core.spi.StorageUnavailableException if the database is out of reach
     */
    public static JdbcStorage over(DataSource dataSource) {
        JdbcStorage storage = new JdbcStorage(dataSource, dataSource, Dialect.of(dataSource), () -> {});
        storage.ping();
        return storage;
    }

    /** How the pool is used now; empty if it is none of HikariCP's, or has not started or has ended. */
    public Optional<PoolUse> poolUse() {
        return pool instanceof HikariDataSource hikari
                ? Optional.ofNullable(hikari.getHikariPoolMXBean())
                        .map(now -> new PoolUse(
                                now.getActiveConnections(),
                                now.getIdleConnections(),
                                now.getThreadsAwaitingConnection(),
                                hikari.getMaximumPoolSize()))
                : Optional.empty();
    }

    @Override
    public CredentialRepository repository() {
        return new JdbcCredentialRepository(database);
    }

    @Override
    public StorageMaintenance maintenance() {
        return new JdbcStorageMaintenance(database, patientDatabase);
    }

    @Override
    public void ping() {
        database.read(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    @Override
    public List<String> migrate() {
        requireOpen();
        return dialect.writing(() -> {
            List<String> steps = migrations.run();
            database.settle();
            return steps;
        });
    }

    @Override
    public List<String> pendingMigrations() {
        requireOpen();
        return migrations.pending();
    }

    private void requireOpen() {
        try {
            connections.requireOpen();
        } catch (SQLException closed) {
            throw SqlErrors.beforeCommit(closed);
        }
    }

    @Override
    public void close() {
        if (connections.close() && patientConnections.close()) {
            release.run();
        }
    }
}
