package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Databases of earlier versions, kept as SQL, are migrated and read by today's code. When a release changes the schema, its predecessor's
 * databases are added: with what {@link #assertEverythingIsThere} reads in them, dumped by H2's {@code SCRIPT}, or by
 * {@code pg_dump --inserts --no-owner} without the name of the schema and without psql's own commands.
 */
class UpgradeTest {
    @TempDir
    Path directory;

    @Test
    void readsAnH2FileOfVersion1() throws Exception {
        String url = Fixture.fileUrl(directory);
        run(DriverManager.getConnection(url, "sa", ""), "schema-1-h2.sql");

        assertThat(migrateAndRead(url)).containsExactly("schema version 2: list from one index");
    }

    /** H2 commits each step by itself: a process may have ended between a step and the note of its version. */
    @Test
    void repeatsAStepThatWasNotNoted() throws Exception {
        String url = Fixture.fileUrl(directory);
        run(DriverManager.getConnection(url, "sa", ""), "schema-1-h2.sql");
        migrateAndRead(url);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM \"keystead_schema_version\" WHERE \"version\" = '2'");
        }

        assertThat(migrateAndRead(url)).containsExactly("schema version 2: list from one index");
    }

    @Test
    void readsAPostgresDatabaseOfVersion1() throws Exception {
        String url = Postgres.newSchema();
        run(DriverManager.getConnection(url), "schema-1-postgresql.sql");

        assertThat(migrateAndRead(url)).isEmpty();
    }

    /** A migration may not be added without a database of the version before it. */
    @ParameterizedTest
    @EnumSource
    void knowsADatabaseOfEveryVersionThatIsMigratedFrom(StoredSchemas stored) throws Exception {
        List<Integer> versions = stored.versionsOfMigrations();

        assertThat(versions).isNotEmpty();
        assertThat(stored.missingBefore(versions)).isEmpty();
        assertThat(getClass().getDeclaredMethods()).extracting(Method::getName).containsAll(stored.testsOf(versions));
    }

    @Test
    void missesTheDatabaseOfAVersionThatIsMigratedFrom() throws Exception {
        assertThat(StoredSchemas.H2.versionsOfMigrations()).containsExactly(1, 2);
        assertThat(StoredSchemas.H2.missingBefore(List.of(1, 2, 3))).containsExactly("schema-2-h2.sql");
        assertThat(StoredSchemas.POSTGRESQL.versionsOfMigrations()).containsExactly(1);
        assertThat(StoredSchemas.POSTGRESQL.missingBefore(List.of(1, 3, 4))).containsExactly("schema-3-postgresql.sql");
    }

    /** The steps that were taken. */
    private static List<String> migrateAndRead(String url) {
        try (Storage storage = Fixture.open(url)) {
            List<String> pending = storage.pendingMigrations();
            assertThat(storage.migrate()).isEqualTo(pending);
            assertThat(storage.pendingMigrations()).isEmpty();
            assertEverythingIsThere(storage);
            return pending;
        }
    }

    private static void assertEverythingIsThere(Storage storage) {
        CredentialId id = new CredentialId("one");
        assertThat(storage.repository().find(Fixture.ORG, id)).hasValueSatisfying(credential -> {
            assertThat(credential)
                    .usingRecursiveComparison()
                    .ignoringFields("usage")
                    .isEqualTo(Fixture.credential("one", "sealed-one"));
            assertThat(credential.usage()).isEqualTo(new Usage(3, Optional.of(Fixture.NOW)));
            assertThat(storage.repository().list(new ListQuery(Fixture.ORG, CredentialFilter.ALL, Optional.empty(), 9)))
                    .containsExactly(credential.summary());
        });
        assertThat(storage.repository().history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.empty(), 9)))
                .containsExactly(
                        Fixture.entry("removed-two", "two", HistoryEvent.REMOVED),
                        Fixture.entry("created-two", "two", HistoryEvent.CREATED),
                        Fixture.entry("created-one", "one", HistoryEvent.CREATED));
        Receipt receipt = Fixture.receipt(
                "key-1", Fixture.credential("one", "sealed-one").masked(), Fixture.NOW.plus(Duration.ofDays(1)));
        assertThat(storage.repository().receipt(receipt.key())).contains(receipt);
        assertThat(storage.maintenance().externalId(Fixture.ORG))
                .contains(new ExternalId("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"));
        assertThat(storage.maintenance().countByKeyId()).containsOnlyKeys("kid-1");
    }

    private static void run(Connection connection, String file) throws SQLException, IOException {
        try (connection;
                Statement statement = connection.createStatement();
                InputStream sql = UpgradeTest.class.getResourceAsStream("/keystead/db/" + file)) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
