package dev.keystead.example.quarkus;

import dev.keystead.core.Keystead;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.Storage;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySetFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keystead and what it needs of the outside. Final classes cannot be proxied, so they are singletons; with a database, the storage is
 * {@code JdbcStorage.over} the data source that Quarkus injects.
 */
@ApplicationScoped
class KeysteadProducer {

    @Produces
    @Singleton
    Storage storage() {
        return new InMemoryStorage();
    }

    void close(@Disposes Storage storage) {
        storage.close();
    }

    @Produces
    @Singleton
    SecretSealer sealer(@ConfigProperty(name = "keystead.keyset") Path keySet) {
        return Jose.sealer(KeySetFile.open(keySet, Clock.systemUTC()));
    }

    @Produces
    @Singleton
    Keystead keystead(Storage storage, SecretSealer sealer) {
        return Keystead.builder()
                .repository(storage.repository())
                .sealer(sealer)
                .build();
    }
}
