package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.spi.Storage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2GroupCommitTest {
    @TempDir
    private Path directory;

    @Test
    void writesWhenThereIsAThreadAgain() throws SQLException {
        AtomicBoolean none = new AtomicBoolean(true);
        H2GroupCommit commits = new H2GroupCommit(false, work -> {
            if (none.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(work);
        });
        try (Connection connection =
                        H2DialectTest.dataSource(Fixture.fileUrl(directory)).getConnection();
                Statement statement = connection.createStatement()) {
            H2File file = H2File.behind(connection).orElseThrow();
            file.setUp();
            statement.execute("CREATE TABLE numbers (number INT)");
            Durability durability = commits.transaction(() -> commits.durability(file));

            assertThatThrownBy(durability::await).isInstanceOf(SQLTransientException.class);
            none.set(false);

            durability.await();
        }
    }

    /** Java keeps a buffer outside the heap for each thread that writes a file, as large as the most that it wrote. */
    @Test
    void hardlyWritesButOnOneThreadHoweverManyCommit() throws Exception {
        assertHardlyWritesButOnOneThread(8, 400, "sealed");
    }

    /** What waits while the disk is slow H2 would write by itself, on the thread that commits, when it is too much. */
    @Test
    void hardlyWritesButOnOneThreadHoweverMuchIsCommitted() throws Exception {
        assertHardlyWritesButOnOneThread(64, 200, "sealed".repeat(100_000));
    }

    private void assertHardlyWritesButOnOneThread(int threads, int commits, String sealedValue)
            throws InterruptedException {
        Witness witness = new Witness();
        try (Storage storage = Fixture.openMigrated(TappedFilePath.url(directory, witness))) {
            awaitAllConnections((JdbcStorage) storage); // H2 writes with a commit beside which one is opened
            witness.threads.clear();

            inParallel(threads, commits, i -> storage.repository().commit(Fixture.creation("c" + i, sealedValue)));

            // H2 writes with a commit after a compaction that moved much, too.
            assertThat(witness.threads).contains("keystead-h2-writer").hasSizeLessThan(5);
        }
    }

    private static void awaitAllConnections(JdbcStorage storage) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        PoolUse use = storage.poolUse().orElseThrow();
        while (use.idle() < use.limit() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
            use = storage.poolUse().orElseThrow();
        }
    }

    private static void inParallel(int threads, int times, IntConsumer work) throws InterruptedException {
        ExecutorService many = Executors.newFixedThreadPool(threads);
        IntStream.range(0, times).forEach(i -> many.execute(() -> work.accept(i)));
        many.shutdown();
        assertThat(many.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** A disk that is a little slow and notes which threads write. */
    private static final class Witness implements TappedFilePath.Tap {
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        @Override
        public void writing(long position, ByteBuffer bytes) {
            threads.add(Thread.currentThread().getName());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
