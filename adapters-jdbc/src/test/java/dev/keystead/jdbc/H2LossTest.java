package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that is lost now and then, while many write. */
@Timeout(60)
class H2LossTest {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 20;
    private static final int MANY_ROUNDS = 60;
    private static final int SOME = 30;

    @TempDir
    private Path directory;

    private final Disk disk = new Disk();
    private StorageConfig config;
    private H2Connections h2;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean ended;

    @BeforeEach
    void prepare() {
        config = StorageConfig.of(TappedFilePath.url(directory, disk));
        h2 = new H2Connections(JdbcStorageProvider.h2(config));
    }

    @Test
    void losesNothingThatWasAcknowledgedAndGoesOnWhenTheDiskHasRoomAgain() throws InterruptedException {
        losesNothingAndGoesOn(ROUNDS, this::fillTheDiskForAWhile);
    }

    @Test
    void losesNothingThatWasAcknowledgedAndGoesOnWhenOneWriteFailsAndTheNextDoesNot() throws InterruptedException {
        losesNothingAndGoesOn(MANY_ROUNDS, this::failOneWrite);
    }

    @Test
    void losesNothingThatWasAcknowledgedAndGoesOnAfterTheDatabaseWasClosed() throws InterruptedException {
        losesNothingAndGoesOn(ROUNDS, this::closeTheDatabase);
    }

    private void losesNothingAndGoesOn(int rounds, Trouble trouble) throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Storage storage = JdbcStorageProvider.openH2(h2, config)) {
            storage.migrate();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.execute(() -> write(storage, number));
            }
            for (int round = 0; round < rounds; round++) {
                awaitMore(acknowledged.size() + SOME);
                trouble.happen();
            }
            awaitMore(acknowledged.size() + SOME);
            ended = true;
            writers.shutdown();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            writers.shutdownNow();
        }

        assertThat(unexpected).isEmpty();
        assertThat(refused).hasValueGreaterThanOrEqualTo(rounds);
        try (Storage storage = Fixture.open(Fixture.fileUrl(directory))) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(storage.repository().find(Fixture.ORG, new CredentialId(id)))
                            .as(id)
                            .isPresent());
        }
    }

    private void write(Storage storage, int writer) {
        for (int i = 0; !ended; i++) {
            String id = "w" + writer + "-" + i;
            try {
                storage.repository().commit(Fixture.creation(id));
                acknowledged.add(id);
            } catch (StorageUnavailableException lost) {
                refused.incrementAndGet();
            } catch (RuntimeException | Error other) {
                unexpected.add(other);
            }
        }
    }

    private void fillTheDiskForAWhile() throws InterruptedException {
        int before = refused.get();
        disk.full = true;
        while (refused.get() == before) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        disk.full = false;
    }

    private void failOneWrite() throws InterruptedException {
        int before = refused.get();
        disk.failing.set(1);
        while (refused.get() == before) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void closeTheDatabase() throws InterruptedException {
        int before = refused.get();
        while (!closedTheDatabase()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        while (refused.get() == before) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** As H2 does itself when a statement runs out of memory. False while the database is on its way back from the time before. */
    private boolean closedTheDatabase() {
        try (Connection connection = h2.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            session.lock();
            try {
                session.getDatabase().shutdownImmediately();
            } finally {
                session.unlock();
            }
            return true;
        } catch (SQLException reopening) {
            return false;
        }
    }

    private void awaitMore(int count) throws InterruptedException {
        while (acknowledged.size() < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private interface Trouble {
        void happen() throws InterruptedException;
    }

    private static final class Disk implements TappedFilePath.Tap {
        private volatile boolean full;
        private final AtomicInteger failing = new AtomicInteger();

        @Override
        public void writing(long position, ByteBuffer bytes) throws IOException {
            if (full || failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
