package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private static final String URL = "jdbc:h2:mem:removal";
    private static final String PLANTED = "planted-sealed-value";

    @Test
    void leavesTheSealedSecretInNoRow() throws SQLException {
        try (Storage storage = Fixture.openMigrated(URL);
                Connection beside = DriverManager.getConnection(URL, "sa", "")) {
            storage.repository().commit(Fixture.creation("one", PLANTED));
            assertThat(dump(beside)).anyMatch(line -> line.contains(PLANTED));

            storage.repository().commit(Fixture.removal("one", 1));

            assertThat(dump(beside))
                    .noneMatch(line -> line.contains(PLANTED))
                    .anyMatch(line -> line.contains("removed-one"));
        }
    }

    /** Everything that is stored, as SQL. */
    private static List<String> dump(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                lines.add(script.getString(1));
            }
        }
        return lines;
    }
}
