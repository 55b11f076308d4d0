package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to an H2 database that may be lost and opened anew. H2 finds an open database by its name, and what is still done with
 * a lost one, or is closed of it, strikes the name off: a new one that has it by then holds the file and cannot be reached any more. So a
 * new one is used only when no connection to a lost one is left and it is found by its name. Safe for use by many threads.
 */
final class H2Connections extends DelegatingDataSource {
    private final List<JdbcConnection> open = new ArrayList<>();
    private @Nullable H2File current;

    H2Connections(DataSource h2) {
        super(h2);
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        closeLost();
        Connection fresh = source().getConnection();
        Optional<H2File> file = H2File.behind(fresh);
        if (file.isPresent() && !file.get().isSameAs(current)) {
            requireFound(fresh, file.get());
        }
        open.add(fresh.unwrap(JdbcConnection.class));
        return fresh;
    }

    private void requireFound(Connection fresh, H2File file) throws SQLException {
        closeLost();
        try (Connection other = source().getConnection()) {
            if (!H2File.behind(other).filter(file::isSameAs).isPresent()) {
                throw new SQLException("the database was struck off while it was opened", SqlErrors.H2_CLOSED);
            }
            current = file;
        } catch (SQLException lost) {
            close(fresh);
            throw lost;
        }
    }

    private void closeLost() {
        open.stream().filter(H2Connections::isLost).forEach(H2Connections::close);
        open.removeIf(connection -> connection.getSession() == null);
    }

    private static boolean isLost(JdbcConnection connection) {
        try {
            return H2File.behind(connection).filter(H2File::isGivenUp).isPresent();
        } catch (SQLException closedMeanwhile) {
            return false;
        }
    }

    /** Waits for the statement that is running on it, and for whoever closes it already. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyLost) {
            // there is nothing left to be kept
        }
    }
}
