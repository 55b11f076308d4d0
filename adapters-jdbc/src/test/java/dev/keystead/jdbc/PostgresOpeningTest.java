package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jdbc.testing.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator is told who opens PostgreSQL with the wrong words. */
class PostgresOpeningTest {
    private static final String RIGHT = "right-password";
    private static final String WRONG = "wrong-password";

    private static String user;

    @BeforeAll
    static void makeUser() {
        user = Postgres.newUser(RIGHT);
    }

    @Test
    void opensWithUserAndPasswordBesideTheUrl() {
        StorageConfig config = config(Postgres.urlWithoutUser(), RIGHT);

        try (Storage storage = new JdbcStorageProvider().open(config)) {
            storage.ping();
        }
    }

    @Test
    void opensWithUserAndPasswordInTheUrl() {
        String url = Postgres.urlWithoutUser() + "?user=" + user + "&password=" + RIGHT;

        try (Storage storage = Fixture.open(url)) {
            storage.ping();
        }
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() {
        StorageConfig config = config(Postgres.urlWithoutUser(), WRONG);

        assertRefused(() -> new JdbcStorageProvider().open(config), "the database refuses the user or the password");
    }

    @Test
    void refusesAWrongPasswordInTheUrlWithoutShowingIt() {
        String url = Postgres.urlWithoutUser() + "?user=" + user + "&password=" + WRONG;

        assertRefused(() -> Fixture.open(url), "the database refuses the user or the password");
    }

    @Test
    void refusesToComeWithoutAPassword() {
        String url = Postgres.urlWithoutUser() + "?user=" + user;

        assertRefused(
                () -> Fixture.open(url),
                "the database rejects the connection: it asks for a password, or for TLS other than the URL does");
    }

    @Test
    void refusesAnUnknownDatabase() {
        String url = "jdbc:postgresql://localhost:" + Postgres.port() + "/nowhere?user=postgres&password=" + WRONG;

        assertRefused(() -> Fixture.open(url), "there is no such database on the server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketTimeout=soon", "planted=1", "options=-c%20work_mem=lots", "options=-c%20planted=1"})
    void refusesAParameterThatIsNotKnown(String parameter) {
        String url = Postgres.url() + "&password=" + WRONG + "&" + parameter;

        assertRefused(() -> Fixture.open(url), "the storage URL has a parameter that PostgreSQL does not take");
    }

    @Test
    void isOutOfReachWhileNobodyListens() throws IOException {
        String url = "jdbc:postgresql://localhost:" + freePort() + "/postgres?user=postgres&password=" + WRONG;

        assertThatThrownBy(() -> Fixture.open(url))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("the storage is out of reach")
                .satisfies(PostgresOpeningTest::showsNoPassword);
    }

    private static void assertRefused(ThrowingCallable opening, String message) {
        assertThatThrownBy(opening)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message)
                .satisfies(PostgresOpeningTest::showsNoPassword);
    }

    private static void showsNoPassword(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(WRONG);
    }

    private static StorageConfig config(String url, String password) {
        return new StorageConfig(url, Optional.of(user), Optional.of(password), 2, Sync.COMMIT, Clock.systemUTC());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
