package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import dev.keystead.core.spi.StorageProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcStorageProviderTest {
    @TempDir
    Path directory;

    @Test
    void isFoundByItsScheme() {
        assertThat(ServiceLoader.load(StorageProvider.class))
                .filteredOn(provider -> provider.scheme().equals("jdbc"))
                .singleElement()
                .isInstanceOf(JdbcStorageProvider.class);
    }

    @Test
    void saysWhatAMigrationDidAndDoesItOnce() {
        try (Storage storage = Fixture.open(Fixture.fileUrl(directory))) {
            List<String> first = storage.migrate();
            List<String> second = storage.migrate();

            assertThat(first)
                    .containsExactly(
                            "schema version 1: credentials history receipts", "schema version 2: list from one index");
            assertThat(second).isEmpty();
        }
    }

    @Test
    void migratesWithASingleConnection() {
        StorageConfig config = new StorageConfig(
                "jdbc:h2:mem:", Optional.empty(), Optional.empty(), 1, Sync.COMMIT, Clock.systemUTC());

        try (Storage storage = new JdbcStorageProvider().open(config)) {
            assertThat(storage.migrate()).isNotEmpty();
        }
    }

    @Test
    void keepsADatabaseInMemoryUntilItIsClosed() {
        try (Storage storage = Fixture.openMigrated("jdbc:h2:mem:");
                Storage other = Fixture.openMigrated("jdbc:h2:mem:")) {
            storage.repository().commit(Fixture.creation("one"));

            assertThat(storage.repository().find(Fixture.ORG, new CredentialId("one")))
                    .isPresent();
            assertThat(other.repository().find(Fixture.ORG, new CredentialId("one")))
                    .isEmpty();
        }
    }

    @Test
    void keepsAFileAcrossOpenings() {
        try (Storage storage = Fixture.openMigrated(Fixture.fileUrl(directory))) {
            storage.repository().commit(Fixture.creation("one"));
        }

        try (Storage storage = Fixture.open(Fixture.fileUrl(directory))) {
            assertThat(storage.repository().find(Fixture.ORG, new CredentialId("one")))
                    .isPresent();
        }
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() {
        StorageConfig right = withPassword("right-password");
        StorageConfig wrong = withPassword("wrong-password");
        new JdbcStorageProvider().open(right).close();

        assertThatThrownBy(() -> new JdbcStorageProvider().open(wrong))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the database refuses the user or the password")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void takesUserAndPasswordFromTheUrlUnlessTheyAreGiven() {
        new JdbcStorageProvider().open(withPassword("right-password")).close();

        try (Storage storage = Fixture.open(Fixture.fileUrl(directory) + ";user=keeper;PASSWORD=right-password")) {
            storage.ping();
        }
    }

    @Test
    void refusesOtherDatabasesNamingThoseItKnows() {
        String url = "jdbc:mysql://user:planted-password@host/db";

        assertThatThrownBy(() -> Fixture.open(url))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("jdbc:h2:file:PATH")
                .hasMessageNotContaining("planted-password");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:file:{folder}/x;FOO=BAR                | a setting that H2 does not know
            jdbc:h2:file:{folder}/x;DATABASE_TO_UPPER=MAYBE | a value that H2 does not take
            jdbc:h2:file:{folder}/x;IFEXISTS=TRUE          | must exist
            jdbc:h2:                                       | names no file
            jdbc:h2:file:                                  | names no file
            jdbc:h2:file:relative                          | names no file
            """)
    void tellsAMistakeInTheUrlOfAFile(String url, String told) {
        assertThatThrownBy(() -> Fixture.open(url.replace("{folder}", directory.toString())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(told);
        assertThat(directory).isEmptyDirectory();
    }

    private StorageConfig withPassword(String password) {
        return new StorageConfig(
                Fixture.fileUrl(directory),
                Optional.of("keeper"),
                Optional.of(password),
                2,
                Sync.COMMIT,
                Clock.systemUTC());
    }
}
