package dev.keystead.jdbc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, started at first use, one for all tests of a process and ended with it. Each test takes a schema of its own. Forces
 * nothing to the disk: no test of this server pulls the plug.
 */
public final class Postgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final AtomicInteger USERS = new AtomicInteger();

    private Postgres() {}

    /** The URL of a new and empty schema. */
    public static String newSchema() {
        String schema = "keystead_" + SCHEMAS.incrementAndGet();
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("the schema cannot be made", e);
        }
        return url() + "&currentSchema=" + schema;
    }

    /** The same URL of the same server, by way of the proxy. */
    public static String through(FaultyProxy proxy, String url) {
        return url.replaceFirst(":" + port() + "/", ":" + proxy.port() + "/");
    }

    /** A new user who, unlike all others, must show the password. */
    public static String newUser(String password) {
        String user = "keeper_" + USERS.incrementAndGet();
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection()) {
            PasswordRoles.create(connection, urlWithoutUser(), user, password);
        } catch (SQLException e) {
            throw new IllegalStateException("the user cannot be made", e);
        }
        return user;
    }

    /** The URL of the database, with user and without a schema. */
    public static String url() {
        return urlWithoutUser() + "?user=postgres";
    }

    /** The URL of the database, to which parameters can be added behind a question mark. */
    public static String urlWithoutUser() {
        return "jdbc:postgresql://localhost:" + port() + "/postgres";
    }

    /** Where it listens, on this machine. */
    public static int port() {
        return Server.INSTANCE.getPort();
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return OwnPostgres.start(() -> EmbeddedPostgres.builder().setServerConfig("max_connections", "300"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
