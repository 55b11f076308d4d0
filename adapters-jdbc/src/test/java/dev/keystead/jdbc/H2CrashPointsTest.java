package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystead.core.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed leaves the file as some write left it, the last one perhaps half done. Whichever that was, the file has every
 * commit that was acknowledged before.
 */
class H2CrashPointsTest {
    private static final int THREADS = 4;
    private static final int COMMITS = 2_400;
    private static final int POINTS = 40;

    @TempDir
    private Path directory;

    @Test
    void hasEveryAcknowledgedCommitWhateverWriteWasTheLast() throws IOException, InterruptedException {
        WriteJournal journal = new WriteJournal();
        try (Storage storage = Fixture.openMigrated(TappedFilePath.url(directory, journal))) {
            commitByManyThreads(storage, journal);
            assertThat(journal.acknowledged()).isEqualTo(COMMITS);
            journal.end();
        }

        WriteJournal.Replay replay = journal.replay();
        List<Integer> points = points(journal);
        for (int writes : points) {
            List<String> promised = journal.acknowledgedBefore(writes);

            assertThat(idsIn(replay.after(writes, writes % 2 == 0)))
                    .as("after write %d of %d", writes, journal.writes())
                    .containsAll(promised);
        }
        System.out.printf(
                "%d commits in %d writes: all there after each of %d of them%n",
                COMMITS, journal.writes(), points.size());
    }

    /** H2 commits each step of a migration by itself. */
    @Test
    void migratesAFileWhateverWriteOfItsFirstMigrationWasTheLast() throws IOException {
        WriteJournal journal = new WriteJournal();
        try (Storage storage = Fixture.openMigrated(TappedFilePath.url(directory, journal))) {
            storage.ping();
            journal.end();
        }

        WriteJournal.Replay replay = journal.replay();
        int opened = journal.writesBeforeHeaders().get(0) + 1; // before, there is no H2 file yet
        for (int writes = opened; writes <= journal.writes(); writes++) {
            byte[] image = replay.after(writes, false);

            assertThatCode(() -> migrate(image))
                    .as("after write %d of %d", writes, journal.writes())
                    .doesNotThrowAnyException();
        }
        System.out.printf("%d writes of a first migration%n", journal.writes());
    }

    private void migrate(byte[] image) throws IOException {
        try (Storage storage = Fixture.openMigrated(fileOf(image))) {
            storage.repository().commit(Fixture.creation("one"));
        }
    }

    private String fileOf(byte[] image) throws IOException {
        Path folder = Files.createTempDirectory(directory, "point");
        Files.write(folder.resolve("keystead.mv.db"), image);
        return Fixture.fileUrl(folder);
    }

    /** Some of all, and some of those before the header is written, when it is at its oldest. */
    private static List<Integer> points(WriteJournal journal) {
        List<Integer> headers = journal.writesBeforeHeaders();
        return Stream.concat(
                        IntStream.rangeClosed(1, POINTS).mapToObj(i -> journal.writes() * i / POINTS),
                        IntStream.rangeClosed(1, POINTS).mapToObj(i -> headers.get((headers.size() - 1) * i / POINTS)))
                .filter(writes -> !journal.acknowledgedBefore(writes).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static void commitByManyThreads(Storage storage, WriteJournal journal) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < COMMITS; i++) {
            String id = "c-" + i;
            threads.execute(() -> {
                storage.repository().commit(Fixture.creation(id));
                journal.acknowledged(id);
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private Set<String> idsIn(byte[] image) throws IOException {
        try (Storage storage = Fixture.open(fileOf(image))) {
            return storage.maintenance().scan(Optional.empty(), COMMITS + 1).stream()
                    .map(credential -> credential.id().value())
                    .collect(Collectors.toSet());
        }
    }
}
