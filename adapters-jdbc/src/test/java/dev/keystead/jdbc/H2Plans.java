package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 that tells how it would run the statements of a storage. */
final class H2Plans implements AutoCloseable {
    private final Connection connection;
    private final ObservedDataSource observed;
    private final Storage storage;

    private H2Plans(Connection connection, ObservedDataSource observed, Storage storage) {
        this.connection = connection;
        this.observed = observed;
        this.storage = storage;
    }

    /** The database of the URL, migrated. */
    static H2Plans of(String url) throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        ObservedDataSource observed = new ObservedDataSource(h2);
        Connection connection = h2.getConnection();
        Storage storage = JdbcStorage.over(observed);
        storage.migrate();
        observed.statements.clear();
        return new H2Plans(connection, observed, storage);
    }

    Storage storage() {
        return storage;
    }

    String theOnlyStatement() {
        if (observed.statements.size() != 1) {
            throw new IllegalStateException("not one statement was run but " + observed.statements.size());
        }
        return observed.statements.remove();
    }

    /** How the only statement that was run since the last call is run. */
    String ofTheOnlyStatement() throws SQLException {
        return planOf(theOnlyStatement());
    }

    /** The same of the last statement with this beginning among those that were run since the last call. */
    String ofTheStatement(String beginning) throws SQLException {
        String sql = observed.statements.stream()
                .filter(statement -> statement.startsWith(beginning))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        observed.statements.clear();
        return planOf(sql);
    }

    /** What stands in an index. */
    List<String> columnsOf(String index) throws SQLException {
        String sql = "SELECT column_name FROM information_schema.index_columns WHERE index_name = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, index);
            try (ResultSet rows = query.executeQuery()) {
                List<String> columns = new ArrayList<>();
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
                return columns;
            }
        }
    }

    /** For values that every type takes. */
    private String planOf(String sql) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            int parameters = explain.getParameterMetaData().getParameterCount();
            for (int parameter = 1; parameter <= parameters; parameter++) {
                explain.setObject(parameter, "20");
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        storage.close();
        connection.close();
    }
}
