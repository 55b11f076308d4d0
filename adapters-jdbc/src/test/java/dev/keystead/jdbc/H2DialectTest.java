package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DialectTest {
    @TempDir
    Path directory;

    @Test
    void leavesNothingToH2sOwnThreadWhateverTheUrlSays() throws SQLException {
        String url = Fixture.fileUrl(directory);

        try (Storage storage = Fixture.openMigrated(url + ";WRITE_DELAY=500");
                Connection beside = dataSource(url).getConnection()) {
            storage.ping();

            assertThat(file(beside).writesLater()).isFalse();
        }
    }

    @Test
    void leavesNothingToH2sOwnThreadOverADataSourceThatWould() throws SQLException {
        JdbcDataSource late = dataSource(Fixture.fileUrl(directory) + ";WRITE_DELAY=500");

        try (Storage storage = JdbcStorage.over(late)) {
            storage.migrate();
            try (Connection beside = late.getConnection()) {
                assertThat(file(beside).writesLater()).isTrue(); // it opened the database anew
                storage.ping();

                assertThat(file(beside).writesLater()).isFalse();
            }
        }
    }

    @Test
    void letsManyWriteAndLookForPromisesOverFewConnections() throws InterruptedException {
        HikariConfig two = new HikariConfig();
        two.setDataSource(dataSource(Fixture.fileUrl(directory)));
        two.setMaximumPoolSize(2);
        ExecutorService many = Executors.newFixedThreadPool(8);
        AtomicInteger done = new AtomicInteger();
        try (HikariDataSource pool = new HikariDataSource(two);
                Storage storage = JdbcStorage.over(pool)) {
            storage.migrate();
            for (int i = 0; i < 400; i++) {
                String id = "c" + i;
                many.execute(() -> {
                    storage.repository().commit(Fixture.creation(id));
                    storage.repository().externalId(Fixture.ORG, new ExternalId("x".repeat(32)));
                    done.incrementAndGet();
                });
            }
            many.shutdown();
            assertThat(many.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            many.shutdownNow();
        }

        assertThat(done).hasValue(400);
    }

    @Test
    void writesOnceForAllWhoWait() throws Exception {
        H2Dialect dialect = H2Dialect.writingTogether(false);
        try (Connection connection = dataSource(Fixture.fileUrl(directory)).getConnection();
                Statement statement = connection.createStatement()) {
            dialect.prepare(connection);
            statement.execute("CREATE TABLE numbers (number INT)");
            List<Durability> waiting = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                waiting.add(dialect.writing(() -> committed(dialect, statement)));
            }
            long before = states(connection);

            for (Durability durability : waiting) {
                durability.await();
            }

            assertThat(states(connection) - before).isOne();
        }
    }

    static Durability committed(H2Dialect dialect, Statement statement) {
        try {
            statement.execute("INSERT INTO numbers VALUES (1)");
            return dialect.durability(statement.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many times the file was written. */
    private static long states(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore().getCurrentVersion();
    }

    @Test
    void writesWhatNobodyWaitsFor() throws Exception {
        H2Dialect dialect = H2Dialect.writingTogether(false);
        JdbcDataSource h2 = dataSource(Fixture.fileUrl(directory));
        H2Anchor anchor = H2Anchor.cast(h2, dialect);
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            dialect.prepare(connection);
            statement.execute("CREATE TABLE numbers (number INT)");
            long before = states(connection);

            dialect.writing(() -> committed(dialect, statement));

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (states(connection) == before && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(states(connection)).isGreaterThan(before);
        } finally {
            anchor.close();
        }
    }

    @Test
    void doesNotTakeTheWriteOfALostDatabaseForThatOfTheNext() throws SQLException {
        String url = Fixture.fileUrl(directory);
        H2Dialect dialect = H2Dialect.writingTogether(false);
        try (Connection first = dataSource(url).getConnection();
                Statement lost = first.createStatement()) {
            dialect.prepare(first);
            lost.execute("CREATE TABLE numbers (number INT)");
            lost.execute("CHECKPOINT");
            Durability ofLost = dialect.writing(() -> committed(dialect, lost));
            ((SessionLocal) first.unwrap(JdbcConnection.class).getSession())
                    .getDatabase()
                    .shutdownImmediately();
            try (Connection second = dataSource(url).getConnection();
                    Statement statement = second.createStatement()) {
                dialect.prepare(second);
                Durability ofNext = dialect.writing(() -> committed(dialect, statement));
                long before = states(second);

                assertThatThrownBy(ofLost::await).hasMessageContaining("closed");
                ofNext.await();

                assertThat(states(second) - before).isOne();
            }
        }
    }

    @Test
    void leavesWhatCanWaitForLaterWhileSomebodyWrites() {
        H2Dialect dialect = H2Dialect.writingTogether(false);
        AtomicBoolean done = new AtomicBoolean();

        dialect.writing(() -> {
            CompletableFuture.runAsync(() -> dialect.writingIfFree(() -> done.set(true)))
                    .join();
            return done;
        });
        assertThat(done).isFalse();
        dialect.writingIfFree(() -> done.set(true));

        assertThat(done).isTrue();
    }

    @Test
    void keepsLittleOfWhatIsReplacedHoweverManyConnectionsAreOpened() throws SQLException {
        StorageConfig config = new StorageConfig(
                Fixture.fileUrl(directory), Optional.empty(), Optional.empty(), 1, Sync.COMMIT, Clock.systemUTC());
        H2Connections h2 = new H2Connections(JdbcStorageProvider.h2(config));
        try (Storage storage = JdbcStorageProvider.openH2(h2, config)) {
            storage.ping();
            try (Connection unused = h2.getConnection()) {
                assertThat(file(unused).isSetUp()).isFalse();

                storage.ping();

                assertThat(file(unused).isSetUp()).isTrue();
            }
        }
    }

    private static H2File file(Connection connection) throws SQLException {
        return H2File.behind(connection).orElseThrow();
    }

    @Test
    void acknowledgesNothingThatAnotherConnectionDelays() throws SQLException {
        JdbcDataSource late = dataSource(Fixture.fileUrl(directory) + ";WRITE_DELAY=500");
        H2Dialect dialect = H2Dialect.writingTogether(false);
        try (Connection connection = late.getConnection()) {
            dialect.prepare(connection);
            dialect.durability(connection).await();
            late.getConnection().close();

            assertThatThrownBy(() -> dialect.durability(connection).await()).hasMessageContaining("write delay");

            dialect.prepare(connection);
            dialect.durability(connection).await();
        }
    }

    @Test
    void leavesTheFileAloneWhileNobodyWrites() throws InterruptedException {
        AtomicInteger written = new AtomicInteger();
        TappedFilePath.Tap counter = new TappedFilePath.Tap() {
            @Override
            public void writing(long position, ByteBuffer bytes) {
                written.incrementAndGet();
            }
        };
        try (Storage storage = Fixture.open(TappedFilePath.url(directory, counter))) {
            storage.migrate();
            for (int i = 0; i < 1_000; i++) {
                storage.repository().commit(Fixture.creation("c" + i));
            }
            TimeUnit.SECONDS.sleep(2); // the retention time and some compactions
            int before = written.get();

            TimeUnit.SECONDS.sleep(2);

            assertThat(written).hasValue(before);
        }
    }

    static JdbcDataSource dataSource(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }
}
