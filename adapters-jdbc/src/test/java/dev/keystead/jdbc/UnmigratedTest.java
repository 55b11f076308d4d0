package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jdbc.testing.Postgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An empty database, opened by somebody who has not migrated it. */
class UnmigratedTest {
    @Test
    void saysThatH2HasToBeMigrated() {
        assertSaysSo("jdbc:h2:mem:");
    }

    @Test
    void saysThatPostgresHasToBeMigrated() {
        assertSaysSo(Postgres.newSchema());
    }

    @Test
    void namesTheStepsThatAreToDoOnH2() {
        assertNamesSteps("jdbc:h2:mem:");
    }

    @Test
    void namesTheStepsThatAreToDoOnPostgres() {
        assertNamesSteps(Postgres.newSchema());
    }

    private static void assertNamesSteps(String url) {
        try (Storage storage = Fixture.open(url)) {
            List<String> pending = storage.pendingMigrations();

            assertThat(pending).isNotEmpty().isEqualTo(storage.pendingMigrations());
            assertThat(storage.migrate()).isEqualTo(pending);
            assertThat(storage.pendingMigrations()).isEmpty();
        }
    }

    private static void assertSaysSo(String url) {
        try (Storage storage = Fixture.open(url)) {
            assertThatThrownBy(() -> storage.repository().find(Fixture.ORG, new CredentialId("one")))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessage("the schema of the database is missing or out of date: it has to be migrated");
            assertThatThrownBy(() -> storage.repository().commit(Fixture.creation("one")))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("it has to be migrated");
        }
    }
}
