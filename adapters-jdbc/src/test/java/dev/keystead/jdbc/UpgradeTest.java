package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.HistoryQuery;
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

        try (Storage storage = Fixture.openMigrated(url)) {
            assertEverythingIsThere(storage);
        }
    }

    @Test
    void readsAPostgresDatabaseOfVersion1() throws Exception {
        String url = Postgres.newSchema();
        run(DriverManager.getConnection(url), "schema-1-postgresql.sql");

        try (Storage storage = Fixture.openMigrated(url)) {
            assertEverythingIsThere(storage);
        }
    }

    /** A migration may not be added without a database of the version before it. */
    @Test
    void knowsADatabaseOfEveryVersionThatIsMigratedFrom() throws Exception {
        List<Integer> versions = StoredSchemas.versionsOfMigrations();

        assertThat(versions).isNotEmpty();
        assertThat(StoredSchemas.missingBefore(versions)).isEmpty();
        assertThat(getClass().getDeclaredMethods())
                .extracting(Method::getName)
                .containsAll(StoredSchemas.testsOf(versions));
    }

    @Test
    void missesTheDatabaseOfAVersionThatIsMigratedFrom() {
        assertThat(StoredSchemas.missingBefore(List.of(1, 2, 3)))
                .containsExactly("schema-2-h2.sql", "schema-2-postgresql.sql");
    }

    private static void assertEverythingIsThere(Storage storage) {
        CredentialId id = new CredentialId("one");
        assertThat(storage.repository().find(Fixture.ORG, id)).hasValueSatisfying(credential -> {
            assertThat(credential)
                    .usingRecursiveComparison()
                    .ignoringFields("usage")
                    .isEqualTo(Fixture.credential("one", "sealed-one"));
            assertThat(credential.usage()).isEqualTo(new Usage(3, Optional.of(Fixture.NOW)));
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
