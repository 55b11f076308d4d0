package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How soon callers are told that the database is out of reach, and how soon they may go on when it is back. */
class PostgresOutageTest {
    /** One that waits for the answer, and one second for a machine that does other things as well. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private FaultyProxy proxy;
    private Storage storage;

    @BeforeEach
    void openStorage() {
        proxy = FaultyProxy.to(Postgres.port());
        storage = Fixture.openMigrated(Postgres.through(proxy, Postgres.newSchema()));
        storage.repository().commit(Fixture.creation("one"));
    }

    @AfterEach
    void close() {
        storage.close();
        proxy.close();
    }

    @Test
    @Tag("thorough")
    void failsSoonWhileTheNetworkStalls() {
        proxy.stall();

        assertFailsSoon(this::find);
        assertFailsSoon(this::find);
        assertFailsSoon(() -> storage.repository().commit(Fixture.creation("two")));
    }

    @Test
    void goesOnSoonAfterTheNetworkStalled() {
        proxy.stall();
        assertFailsSoon(this::find);

        proxy.heal();

        assertSucceedsSoon();
    }

    @Test
    void failsSoonWhileConnectionsAreRefused() {
        proxy.refuse();
        proxy.cut();

        assertFailsSoon(this::find);
        assertFailsSoon(() -> storage.repository().commit(Fixture.creation("two")));
    }

    @Test
    void goesOnSoonAfterConnectionsWereRefused() {
        proxy.refuse();
        proxy.cut();
        assertFailsSoon(this::find);

        proxy.heal();

        assertSucceedsSoon();
    }

    @Test
    void goesOnSoonAfterAllConnectionsWereCut() {
        proxy.cut();

        assertSucceedsSoon();
    }

    @Test
    void goesOnSoonAfterAllConnectionsWereForgotten() {
        occupyThePool();
        proxy.forget();

        assertSucceedsSoon();
    }

    @Test
    void failsSoonForEverybodyWhenStalledCallsTakeTheWholePool() throws Exception {
        occupyThePool();
        proxy.stall();
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Future<?>> calls = IntStream.range(0, 30)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> assertFailsSoon(this::find)))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }

            proxy.heal();

            assertSucceedsSoon();
        } finally {
            threads.shutdown();
        }
    }

    /** Until every connection of the pool has been used. */
    private void occupyThePool() {
        IntStream.range(0, 100).parallel().forEach(i -> find());
    }

    private void find() {
        storage.repository().find(Fixture.ORG, new CredentialId("one"));
    }

    private static void assertFailsSoon(Runnable call) {
        long start = System.nanoTime();

        StorageUnavailableException failure = catchThrowableOfType(StorageUnavailableException.class, call::run);

        assertThat(failure).isNotNull();
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    /** Callers who try again, as they are told to. */
    private void assertSucceedsSoon() {
        long start = System.nanoTime();
        boolean found = false;
        while (!found) {
            try {
                find();
                found = true;
            } catch (StorageUnavailableException notYet) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
}
