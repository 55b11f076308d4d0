package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that start together all migrate: one of them does the work, and none fails. */
class MigrationsAtOnceTest {
    private static final int AT_ONCE = 6;
    private static final String FIRST = "schema version 1: credentials history receipts";
    private static final String OF_H2 = "schema version 2: list from one index";

    @TempDir
    Path directory;

    @RepeatedTest(5)
    void areHarmlessOnOnePostgres() throws Exception {
        String url = Postgres.newSchema();
        List<Storage> storages = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                storages.add(Fixture.open(url));
            }

            assertThat(migratedAtOnce(storages)).containsExactly(FIRST);

            assertWorks(storages.get(AT_ONCE - 1));
        } finally {
            storages.forEach(Storage::close);
        }
    }

    @Test
    void areHarmlessOnOneH2File() throws Exception {
        try (Storage storage = Fixture.open(Fixture.fileUrl(directory))) {
            List<Storage> same = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                same.add(storage);
            }

            assertThat(migratedAtOnce(same)).containsExactlyInAnyOrder(FIRST, OF_H2);

            assertWorks(storage);
        }
    }

    /** All that was done, by whomever. */
    private static List<String> migratedAtOnce(List<Storage> storages) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<List<String>>> migrations = new ArrayList<>();
            for (Storage storage : storages) {
                migrations.add(threads.submit(() -> {
                    start.await();
                    return storage.migrate();
                }));
            }
            start.countDown();
            List<String> steps = new ArrayList<>();
            for (Future<List<String>> migration : migrations) {
                steps.addAll(migration.get(1, TimeUnit.MINUTES));
            }
            return steps;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertWorks(Storage storage) {
        storage.repository().commit(Fixture.creation("one"));
        assertThat(storage.repository().find(Fixture.ORG, new CredentialId("one")))
                .isPresent();
    }
}
