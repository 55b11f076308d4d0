package dev.keystead.jdbc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Starts a PostgreSQL that answers where it is asked. The port is one that was free a moment before; when another process takes it
 * meanwhile, PostgreSQL listens on another address of the machine alone, and its tests would meet the other process, such as the server of
 * other tests.
 */
final class OwnPostgres {
    private static final int ATTEMPTS = 5;

    private OwnPostgres() {}

    /**
     * Starts one.
     *
     * @param settings a new builder for each attempt
     */
    static EmbeddedPostgres start(Supplier<EmbeddedPostgres.Builder> settings) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String name = UUID.randomUUID().toString();
            EmbeddedPostgres started =
                    settings.get().setServerConfig("cluster_name", name).start();
            if (answers(started, name)) {
                return started;
            }
            started.close();
        }
        throw new IOException("somebody else answered at the port of PostgreSQL, " + ATTEMPTS + " times");
    }

    private static boolean answers(EmbeddedPostgres started, String name) {
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW cluster_name")) {
            return answer.next() && answer.getString(1).equals(name);
        } catch (SQLException somebodyElse) {
            return false;
        }
    }
}
