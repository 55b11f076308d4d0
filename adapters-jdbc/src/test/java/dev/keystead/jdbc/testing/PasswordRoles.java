package dev.keystead.jdbc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Users of the server who must show a password (SCRAM-SHA-256), unlike all others of the tests. */
final class PasswordRoles {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private PasswordRoles() {}

    /** Makes such a user and returns once the server asks it for the password. */
    static void create(Connection superuser, String url, String user, String password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE " + user + " LOGIN SUPERUSER PASSWORD '" + password + "'");
            require(user, fileOf(statement));
            statement.execute("SELECT pg_reload_conf()");
        }
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (entersWith(url, user, "not-" + password)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the server does not ask for a password");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Path fileOf(Statement statement) throws SQLException {
        try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            return Path.of(file.getString(1));
        }
    }

    /** The first line that fits counts. */
    private static void require(String user, Path rules) {
        try {
            Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean entersWith(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            return false;
        }
    }
}
