package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see when the database does not do as it is told. */
class FailuresTest {
    private static final String PLANTED = "planted-value-to-be-found";

    private Connection open;
    private ObservedDataSource dataSource;
    private Storage storage;

    @BeforeEach
    void openDatabase() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:failures");
        open = h2.getConnection();
        dataSource = new ObservedDataSource(h2);
        storage = JdbcStorage.over(dataSource);
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        storage.close();
        open.close();
    }

    @Test
    void repeatsACommitThatADeadlockUndid() {
        storage.migrate();
        dataSource.failuresAtCommit.add(new SQLException("deadlock", "40001"));
        dataSource.failuresAtCommit.add(new SQLException("deadlock", "40P01"));

        storage.repository().commit(Fixture.creation("one"));

        assertThat(storage.repository().find(Fixture.ORG, new CredentialId("one")))
                .isPresent();
        assertThat(dataSource.failuresAtCommit).isEmpty();
    }

    @Test
    void givesUpOnEndlessDeadlocksKnowingThatNothingChanged() {
        storage.migrate();
        dataSource.failuresAtCommit.addAll(Collections.nCopies(100, new SQLException("deadlock", "40001")));

        StorageUnavailableException failure = catchThrowableOfType(
                StorageUnavailableException.class, () -> storage.repository().commit(Fixture.creation("one")));

        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(storage.repository().find(Fixture.ORG, new CredentialId("one")))
                .isEmpty();
        assertThat(storage.repository().history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
    }

    @Test
    void leavesTheOutcomeOpenWhenTheConnectionDiesInCommit() {
        storage.migrate();
        dataSource.failuresAtCommit.add(new SQLException(PLANTED, "08006"));

        StorageUnavailableException failure = catchThrowableOfType(
                StorageUnavailableException.class, () -> storage.repository().commit(Fixture.creation("one")));

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(failure).hasMessage("the storage was lost and the outcome is unknown");
        assertThat(failure).hasRootCauseMessage(PLANTED);
    }

    @Test
    void neverPrintsABoundArgument() {
        Commit commit = Fixture.creation("one", PLANTED); // before the migration: there are no tables

        Throwable failure = catchThrowable(() -> storage.repository().commit(commit));

        assertThat(failure).isInstanceOf(StorageUnavailableException.class).hasMessageEndingWith("has to be migrated");
        assertThat(stackTraceOf(failure)).contains("INSERT INTO").doesNotContain(PLANTED);
    }

    @Test
    void isOutOfReachWhileAllConnectionsAreTaken() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        try (HikariDataSource pool = new HikariDataSource(config);
                Storage pooled = JdbcStorage.over(pool);
                Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();

            StorageUnavailableException failure = catchThrowableOfType(StorageUnavailableException.class, pooled::ping);

            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void givesUpWaitingForARowWithinFiveSeconds() throws SQLException {
        storage.migrate();
        storage.repository().commit(Fixture.creation("one"));
        open.setAutoCommit(false);
        open.createStatement().execute("UPDATE credential SET name = 'locked'");
        long start = System.nanoTime();

        assertThatThrownBy(() -> storage.repository().commit(Fixture.removal("one", 1)))
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isOutOfReachOnceClosed() {
        storage.migrate();

        storage.close();
        storage.close();

        assertThatThrownBy(storage::ping).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(storage::migrate).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> storage.repository().commit(Fixture.creation("one")))
                .isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> storage.maintenance().countByKeyId()).isInstanceOf(StorageUnavailableException.class);
    }

    private static String stackTraceOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
