package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import dev.keystead.tck.CredentialRepositoryTck;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresConformanceTest extends CredentialRepositoryTck {
    private final Map<Storage, String> urls = new HashMap<>();
    private final FaultyProxy network = FaultyProxy.to(Postgres.port());

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Override
    protected Storage openStorage() {
        return open(Postgres.through(network, newUrl()));
    }

    /** Connections stay and are made, and nothing comes back: the worst that a network does. */
    @Override
    protected void cutOff(Storage storage) {
        network.stall();
    }

    /** The URL of an empty schema. */
    String newUrl() {
        return Postgres.newSchema();
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
