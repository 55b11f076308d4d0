package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What PostgreSQL undoes because it collides with another transaction is done again. */
class PostgresCollisionTest {
    private static final String SERIALIZABLE = "&options=-c%20default_transaction_isolation=serializable";
    private static final CredentialId ID = new CredentialId("one");
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = '%s' AND wait_event_type = 'Lock'";

    private static final String INSERT_ENTRY = """
            INSERT INTO history (org_id, id, happened_at, actor, event, credential_id, credential_name, reason, changed,
                request_id)
            VALUES ('acme', 'removed-one', now(), 'ada', 'removed', 'one', '', '', '', '')
            """;

    private final String url = Postgres.newSchema();
    private final String application = "collision-" + url.hashCode();
    private Storage storage;
    private Connection beside;
    private Connection observer;

    @BeforeEach
    void open() throws SQLException {
        storage = Fixture.openMigrated(url + SERIALIZABLE + "&ApplicationName=" + application);
        storage.repository().commit(Fixture.creation("one"));
        beside = DriverManager.getConnection(url);
        observer = DriverManager.getConnection(url);
        beside.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        beside.close();
        observer.close();
        storage.close();
    }

    /** The storage's transaction began before the other one committed, so that at SERIALIZABLE it may not go on (40001). */
    @Test
    void repeatsWhatCouldNotBeSerialised() throws Exception {
        run(beside, "UPDATE credential SET comments = 'written beside'");
        CompletableFuture<Boolean> recording = CompletableFuture.supplyAsync(this::recordUsage);
        awaitWaitingForLock();

        beside.commit();

        assertThat(recording.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(storage.repository().find(Fixture.ORG, ID)).hasValueSatisfying(credential -> {
            assertThat(credential.usage().resources()).isEqualTo(7);
            assertThat(credential.comments().value()).isEqualTo("written beside");
        });
    }

    /**
     * The storage's transaction has the credential and waits for the entry, the other one the other way round. PostgreSQL undoes the one
     * that looks for a deadlock first, and the storage looks long before the other one would (40P01).
     */
    @ParameterizedTest
    @ValueSource(strings = {"read%20committed", "repeatable%20read", "serializable"})
    void repeatsWhatADeadlockUndid(String isolation) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource(); // without the pool's limit on waiting for locks
        source.setURL(url + "&options=-c%20deadlock_timeout=1600ms%20-c%20default_transaction_isolation="
                + isolation.replace("%20", "%5C%20") + "&ApplicationName=" + application);
        Storage unlimited = JdbcStorage.over(source);
        run(beside, "SET deadlock_timeout = '20s'", INSERT_ENTRY);
        CompletableFuture<Void> removal =
                CompletableFuture.runAsync(() -> unlimited.repository().commit(Fixture.removal("one", 1)));
        awaitWaitingForLock();

        run(beside, "SELECT 1 FROM credential FOR UPDATE");

        beside.rollback();
        removal.get(30, TimeUnit.SECONDS);
        assertThat(storage.repository().find(Fixture.ORG, ID)).isEmpty();
    }

    private boolean recordUsage() {
        return storage.repository().recordUsage(Fixture.ORG, ID, new Usage(7, Optional.of(Fixture.NOW)));
    }

    /** Until a connection of the storage waits for a lock. */
    private void awaitWaitingForLock() throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (waiting() == 0) {
            assertThat(System.nanoTime()).as("nobody waits for a lock").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private long waiting() throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet count = statement.executeQuery(WAITING.formatted(application))) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
