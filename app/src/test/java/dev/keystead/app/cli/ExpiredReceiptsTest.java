package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.acceptance.StoredReceipts;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, by a clock that is 25 hours ahead, over a database that the test looks into. */
class ExpiredReceiptsTest {
    private static final Clock TODAY = Clock.systemUTC();
    private static final Clock TOMORROW = Clock.offset(TODAY, Duration.ofHours(25));
    private static final List<String> EXPIRED =
            IntStream.range(0, 20).mapToObj(i -> "expired-" + i).toList();

    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    @Test
    void areRemovedByARunningServerAndNoOthers() {
        String url = "jdbc:h2:mem:expired-receipts";
        try (Storage storage = open(url)) {
            StoredReceipts receipts = filled(storage);

            int code = run(folder, url, () -> EXPIRED.forEach(receipts::awaitRemovalOf));

            assertThat(code).isZero();
            assertThat(receipts.find("kept")).isPresent();
        }
    }

    @Test
    void areRemovedByTwoServersOnOnePostgres() {
        String url = Postgres.newSchema();
        try (Storage storage = open(url)) {
            StoredReceipts receipts = filled(storage);

            int code = run(
                    folder,
                    url,
                    () -> assertThat(run(otherFolder, url, () -> EXPIRED.forEach(receipts::awaitRemovalOf)))
                            .isZero());

            assertThat(code).isZero();
            assertThat(receipts.find("kept")).isPresent();
        }
    }

    private static Storage open(String url) {
        Storage storage = new JdbcStorageProvider().open(StorageConfig.of(url));
        storage.migrate();
        return storage;
    }

    private static StoredReceipts filled(Storage storage) {
        StoredReceipts receipts = new StoredReceipts(storage);
        EXPIRED.forEach(key -> receipts.record(key, TODAY));
        receipts.record("kept", TOMORROW);
        return receipts;
    }

    private static int run(Path folder, String url, Runnable whileItRuns) {
        return new Trial(folder)
                .at(TOMORROW)
                .whileItRuns(server -> whileItRuns.run())
                .run("dev", "--http-port", "0", "--storage-url", url);
    }
}
