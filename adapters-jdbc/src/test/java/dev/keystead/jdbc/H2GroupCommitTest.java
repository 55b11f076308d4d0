package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2GroupCommitTest {
    @TempDir
    private Path directory;

    @Test
    void writesWhenThereIsAThreadAgain() throws SQLException {
        AtomicBoolean none = new AtomicBoolean(true);
        H2GroupCommit commits = new H2GroupCommit(false, work -> {
            if (none.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(work);
        });
        try (Connection connection =
                        H2DialectTest.dataSource(Fixture.fileUrl(directory)).getConnection();
                Statement statement = connection.createStatement()) {
            H2File file = H2File.behind(connection).orElseThrow();
            file.setUp();
            statement.execute("CREATE TABLE numbers (number INT)");
            Durability durability = commits.transaction(() -> commits.durability(file));

            assertThatThrownBy(durability::await).isInstanceOf(SQLTransientException.class);
            none.set(false);

            durability.await();
        }
    }
}
