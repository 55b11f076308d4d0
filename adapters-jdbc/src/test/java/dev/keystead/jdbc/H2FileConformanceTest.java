package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import dev.keystead.tck.CredentialRepositoryTck;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class H2FileConformanceTest extends CredentialRepositoryTck {
    @TempDir
    Path directory;

    private final Map<Storage, String> urls = new HashMap<>();

    @Override
    protected Storage openStorage() {
        return open(Fixture.fileUrl(directory.resolve("storage-" + urls.size())));
    }

    @Override
    protected Storage reopen(Storage closed) {
        return open(urls.get(closed));
    }

    private Storage open(String url) {
        Storage storage = Fixture.open(url);
        urls.put(storage, url);
        return storage;
    }
}
