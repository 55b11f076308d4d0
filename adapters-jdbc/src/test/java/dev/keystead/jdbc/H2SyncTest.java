package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an H2 file is forced to the disk. */
class H2SyncTest {
    @TempDir
    Path directory;

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
        try (Connection connection = H2DialectTest.dataSource(TappedFilePath.url(directory, disk))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            dialect.prepare(connection);
            statement.execute("CREATE TABLE numbers (number INT)");
            Durability first = dialect.writing(() -> H2DialectTest.committed(dialect, statement));
            Durability second = dialect.writing(() -> H2DialectTest.committed(dialect, statement));
            broken.set(true);

            assertThatThrownBy(first::await).hasMessageContaining("not written");
            assertThatThrownBy(second::await).isInstanceOf(SQLException.class); // though the disk would take it now
        }
    }
}
