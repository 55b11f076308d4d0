package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DialectTest {
    private static final String DELAYS =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

    @TempDir
    Path directory;

    @Test
    void writesAtOnceWhateverTheUrlSays() throws SQLException {
        String url = Fixture.fileUrl(directory);

        try (Storage storage = Fixture.openMigrated(url + ";WRITE_DELAY=500");
                Connection beside = dataSource(url, "sa").getConnection()) {
            storage.ping();

            assertThat(delaysIn(beside)).isNotEmpty().containsOnly("0");
        }
    }

    @Test
    void writesAtOnceOverADataSourceThatWouldNot() throws SQLException {
        JdbcDataSource late = dataSource(Fixture.fileUrl(directory) + ";WRITE_DELAY=500", "sa");

        try (Storage storage = JdbcStorage.over(late)) {
            storage.migrate();
            try (Connection beside = late.getConnection()) {
                assertThat(delaysIn(beside)).contains("500"); // it opened the database anew
                storage.ping();

                assertThat(delaysIn(beside)).containsOnly("0");
            }
        }
    }

    @Test
    void leavesWhatCanWaitForLaterWhileSomebodyWrites() {
        H2Dialect dialect = new H2Dialect(false);
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
                assertThat(keepsLastStates(unused)).isFalse();

                storage.ping();

                assertThat(keepsLastStates(unused)).isTrue();
            }
        }
    }

    private static boolean keepsLastStates(Connection connection) throws SQLException {
        return H2File.behind(connection).orElseThrow().keepsLastStates();
    }

    @Test
    void acknowledgesNothingThatAnotherConnectionDelays() throws SQLException {
        JdbcDataSource late = dataSource(Fixture.fileUrl(directory) + ";WRITE_DELAY=500", "sa");
        H2Dialect dialect = new H2Dialect(false);
        try (Connection connection = late.getConnection()) {
            dialect.prepare(connection);
            dialect.committed(connection);
            late.getConnection().close();

            assertThatThrownBy(() -> dialect.committed(connection)).hasMessageContaining("write delay");

            dialect.prepare(connection);
            dialect.committed(connection);
        }
    }

    @Test
    void refusesAUserWhoMayNotSetTheDelay() throws SQLException {
        String url = Fixture.fileUrl(directory);
        try (Connection administrator = dataSource(url, "sa").getConnection();
                Statement statement = administrator.createStatement()) {
            statement.execute("CREATE USER guest PASSWORD ''");
        }

        assertThatThrownBy(() -> JdbcStorage.over(dataSource(url, "guest")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("the H2 user must be an administrator");
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

    private static JdbcDataSource dataSource(String url, String user) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        h2.setPassword("");
        return h2;
    }

    private static List<String> delaysIn(Connection connection) throws SQLException {
        List<String> delays = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DELAYS)) {
            while (rows.next()) {
                delays.add(rows.getString(1));
            }
        }
        return delays;
    }
}
