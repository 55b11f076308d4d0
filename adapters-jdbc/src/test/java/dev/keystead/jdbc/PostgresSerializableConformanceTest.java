package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import dev.keystead.tck.CredentialRepositoryTck;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The kit at the strictest isolation, where PostgreSQL refuses what collides and the adapter has to do it again. */
@Tag("thorough")
class PostgresSerializableConformanceTest extends CredentialRepositoryTck {
    private final Map<Storage, String> urls = new HashMap<>();

    @Override
    protected Storage openStorage() {
        return open(Postgres.newSchema() + "&options=-c%20default_transaction_isolation=serializable");
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
