package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.io.IOException;
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
    void leavesNothingToItOverADataSourceThatWould() throws SQLException {
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

    private static Durability committed(H2Dialect dialect, Statement statement) {
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
        try (Storage storage = open(TappedFilePath.url(directory, counter), Sync.COMMIT)) {
            storage.migrate();
            for (int i = 0; i < 200; i++) {
                storage.repository().commit(Fixture.creation("c" + i));
            }
            TimeUnit.SECONDS.sleep(2); // the retention time and some compactions
            int before = written.get();

            TimeUnit.SECONDS.sleep(2);

            assertThat(written).hasValue(before);
        }
    }

    @Test
    void tellsAllWhoWaitThatTheDiskDidNotTakeTheFile() throws SQLException {
        AtomicBoolean broken = new AtomicBoolean();
        TappedFilePath.Tap disk = new TappedFilePath.Tap() {
            @Override
            public void forcing() throws IOException {
                if (broken.compareAndSet(true, false)) {
                    throw new IOException("Input/output error");
                }
            }
        };
        H2Dialect dialect = H2Dialect.writingTogether(true);
        try (Connection connection =
                        dataSource(TappedFilePath.url(directory, disk)).getConnection();
                Statement statement = connection.createStatement()) {
            dialect.prepare(connection);
            statement.execute("CREATE TABLE numbers (number INT)");
            Durability first = dialect.writing(() -> committed(dialect, statement));
            Durability second = dialect.writing(() -> committed(dialect, statement));
            broken.set(true);

            assertThatThrownBy(first::await).hasMessageContaining("not written");
            assertThatThrownBy(second::await).isInstanceOf(SQLException.class); // the disk would take it now
        } catch (SQLException lost) {
            assertThat(broken).isFalse(); // its connection ends with an error
        }
    }

    @Test
    void forcesTheFileToTheDiskAtEachCommitIfAsked() {
        AtomicInteger forced = new AtomicInteger();

        try (Storage storage = openCounting(forced, Sync.ALWAYS)) {
            storage.migrate();
            for (Runnable write : writesTo(storage)) {
                int before = forced.get();

                write.run();

                assertThat(forced).hasValueGreaterThan(before);
            }
        }
    }

    @Test
    void leavesTheDiskToTheOperatingSystemUnlessAsked() {
        AtomicInteger forced = new AtomicInteger();

        try (Storage storage = openCounting(forced, Sync.COMMIT)) {
            storage.migrate();
            int before = forced.get();
            for (int i = 0; i < 100; i++) {
                storage.repository().commit(Fixture.creation("c" + i));
            }

            assertThat(forced.get() - before).isLessThan(100);
        }
    }

    private static List<Runnable> writesTo(Storage storage) {
        SecretBinding binding = new SecretBinding(Fixture.ORG, new CredentialId("one"), Member.KEY);
        Item loaded = new Item.OfCredential(Fixture.credential("two", "sealed"));
        return List.of(
                () -> storage.repository().commit(Fixture.creation("one")),
                () -> storage.repository().recordUsage(Fixture.ORG, binding.credential(), Usage.at(Fixture.NOW, 7)),
                () -> storage.repository().externalId(Fixture.ORG, new ExternalId("x".repeat(32))),
                () -> storage.maintenance()
                        .replaceSealed(
                                binding, new SealedSecret("kid-1", "sealed-one"), new SealedSecret("kid-2", "anew")),
                () -> storage.maintenance().load(List.of(loaded).iterator(), false),
                () -> storage.maintenance().expireReceipts(Fixture.NOW, 10),
                () -> storage.repository().commit(Fixture.removal("one", 1)));
    }

    private Storage openCounting(AtomicInteger forced, Sync sync) {
        TappedFilePath.Tap counter = new TappedFilePath.Tap() {
            @Override
            public void forcing() {
                forced.incrementAndGet();
            }
        };
        return open(TappedFilePath.url(directory, counter), sync);
    }

    private static Storage open(String url, Sync sync) {
        return new JdbcStorageProvider()
                .open(new StorageConfig(url, Optional.empty(), Optional.empty(), 2, sync, Clock.systemUTC()));
    }

    private static JdbcDataSource dataSource(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }
}
