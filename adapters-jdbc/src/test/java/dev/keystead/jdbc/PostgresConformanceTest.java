package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import dev.keystead.tck.CredentialRepositoryTck;
import java.util.HashMap;
import java.util.Map;

class PostgresConformanceTest extends CredentialRepositoryTck {
    private final Map<Storage, String> urls = new HashMap<>();

    @Override
    protected Storage openStorage() {
        return open(newUrl());
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
