package dev.keystead.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source whose connections are fit for use. */
final class PreparedDataSource extends DelegatingDataSource {
    private final Dialect dialect;

    PreparedDataSource(DataSource source, Dialect dialect) {
        super(source);
        this.dialect = dialect;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        try {
            dialect.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException unfit) {
            try (connection) {
                throw unfit;
            }
        }
    }
}
