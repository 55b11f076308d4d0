package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jdbc.testing.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is there and refuses is not out of reach: the operator is told what to mend. */
class PostgresReasonsTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final String MISSING_RIGHT = "the database user lacks a right that is needed";
    private static final String READ_ONLY = "the database takes no changes: it is read-only";

    private final String url = Postgres.newSchema();
    private final String schema = url.substring(url.indexOf("currentSchema=") + "currentSchema=".length());
    private final String user = "limited_" + USERS.incrementAndGet();
    private final String urlOfUser = url.replace("user=postgres", "user=" + user);
    private Connection administrator;

    @BeforeEach
    void makeAUserWhoMayOnlyRead() throws SQLException {
        Fixture.openMigrated(url).close();
        administrator = DriverManager.getConnection(url);
        run(
                "CREATE ROLE " + user + " LOGIN",
                "GRANT USAGE ON SCHEMA " + schema + " TO " + user,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + user);
    }

    @AfterEach
    void close() throws SQLException {
        administrator.close();
    }

    @Test
    void tellsThatTheUserMayNotWrite() {
        assertTold(urlOfUser, MISSING_RIGHT);
    }

    @Test
    void tellsThatTheUserMayNotRead() throws SQLException {
        try (Storage storage = Fixture.open(urlOfUser)) {
            run("REVOKE SELECT ON credential FROM " + user);

            assertThatThrownBy(() -> storage.repository().find(Fixture.ORG, new CredentialId("one")))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessage(MISSING_RIGHT);
        }
    }

    @Test
    void tellsThatTheDatabaseIsReadOnly() {
        assertTold(url + "&options=-c%20default_transaction_read_only=on", READ_ONLY);
    }

    /** No test fills a disk: the database says what it says then. */
    @Test
    void tellsThatTheDiskIsFull() throws SQLException {
        run(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql"
                        + " AS $$ BEGIN RAISE 'no space' USING ERRCODE = '53100'; END $$",
                "CREATE TRIGGER full_disk BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION full_disk()");

        assertTold(url, "the disk of the database is full");
    }

    @Test
    void tellsThatTheTablesAreMissing() throws SQLException {
        run("DROP TABLE credential");

        assertTold(url, "the schema of the database is missing or out of date: it has to be migrated");
    }

    @Test
    void refusesToMigrateAsAUserWhoMayNotMakeTables() throws SQLException {
        run("DROP TABLE keystead_schema_version");

        assertRefusedToMigrate(urlOfUser, MISSING_RIGHT);
    }

    @Test
    void refusesToMigrateWhatIsReadOnly() throws SQLException {
        run("DROP TABLE keystead_schema_version");

        assertRefusedToMigrate(url + "&options=-c%20default_transaction_read_only=on", READ_ONLY);
    }

    @Test
    void refusesToOpenAsAUserWhoMayNotLogIn() throws SQLException {
        run("ALTER ROLE " + user + " NOLOGIN");

        assertThatThrownBy(() -> Fixture.open(urlOfUser))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the database refuses the user or the password");
    }

    @Test
    void refusesToOpenADatabaseThatTheUserMayNotEnter() throws SQLException {
        run("CREATE DATABASE closed_" + user, "REVOKE CONNECT ON DATABASE closed_" + user + " FROM PUBLIC");

        assertThatThrownBy(() -> Fixture.open(urlOfUser.replace("/postgres?", "/closed_" + user + "?")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(MISSING_RIGHT);
    }

    @Test
    void tellsThatThereIsNoConnectionLeft() throws SQLException {
        run("ALTER ROLE " + user + " CONNECTION LIMIT 0");

        assertThatThrownBy(() -> Fixture.open(urlOfUser))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("the database lets no more connections in");
    }

    private static void assertTold(String url, String reason) {
        try (Storage storage = Fixture.open(url)) {
            StorageUnavailableException failure = catchThrowableOfType(
                    StorageUnavailableException.class,
                    () -> storage.repository().commit(Fixture.creation("one")));

            assertThat(failure).hasMessage(reason);
            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }

    private static void assertRefusedToMigrate(String url, String reason) {
        try (Storage storage = Fixture.open(url)) {
            assertThatThrownBy(storage::migrate)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(reason);
        }
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
