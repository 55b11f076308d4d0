package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.acceptance.Bulk;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole organisation in one answer takes no more memory the larger it is. */
@Tag("thorough")
class LongListTest {
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    @Test
    void streamsFromH2() throws IOException, InterruptedException, ExecutionException {
        assertStreams("jdbc:h2:file:" + folder.resolve("keystead"));
    }

    @Test
    void streamsFromPostgres() throws IOException, InterruptedException, ExecutionException {
        assertStreams(Postgres.newSchema());
    }

    private void assertStreams(String url) throws IOException, InterruptedException, ExecutionException {
        List<String> ids;
        try (Storage storage = new JdbcStorageProvider().open(StorageConfig.of(url))) {
            storage.migrate();
            ids = Bulk.load(storage, "acme", MANY);
        }

        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try (ServerProcess server = ServerProcess.small(folder, "--storage-url", url)) {
            Api api = new Api(server);
            List<Future<List<String>>> lists = new ArrayList<>();
            for (int client = 0; client < AT_ONCE; client++) {
                lists.add(clients.submit(api::idsInOrder));
            }

            for (Future<List<String>> list : lists) {
                assertThat(list.get()).isEqualTo(ids);
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
