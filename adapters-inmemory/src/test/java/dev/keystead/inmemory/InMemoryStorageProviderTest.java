package dev.keystead.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class InMemoryStorageProviderTest {
    private final StorageProvider provider = new InMemoryStorageProvider();

    @Test
    void isFoundByItsScheme() {
        assertThat(ServiceLoader.load(StorageProvider.class))
                .filteredOn(found -> found.scheme().equals("memory"))
                .hasOnlyElementsOfType(InMemoryStorageProvider.class)
                .hasSize(1);
    }

    @Test
    void opensAnotherStorageEachTime() {
        OrgId org = new OrgId("acme");
        try (Storage one = provider.open(StorageConfig.of("memory:"));
                Storage other = provider.open(StorageConfig.of("memory:"))) {
            one.repository().externalId(org, new ExternalId("x".repeat(32)));

            assertThat(other.maintenance().externalId(org)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void refusesAnythingBehindTheColon() {
        assertThatThrownBy(() -> provider.open(StorageConfig.of("memory:shared")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be memory: with nothing behind the colon");
    }
}
