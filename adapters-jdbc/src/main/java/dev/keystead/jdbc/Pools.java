package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes the pools of the storages that are opened by URL. */
final class Pools {
    /** With the time that a statement may take on PostgreSQL, a request waits less than five seconds in all. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(1_500);

    /** Short: several that a network forgot may be asked one after the other. */
    private static final Duration VALIDATION_TIMEOUT = Duration.ofMillis(250);

    private static final String LIMIT_WAITS_FOR_LOCKS = "SET lock_timeout = '500ms'";

    private Pools() {}

    static HikariDataSource h2(ReconnectingDataSource source, int size) {
        HikariConfig config = config(source, size);
        config.setConnectionTestQuery("SELECT 1"); // H2 takes a connection to a database that it gave up for valid
        config.setExceptionOverride(new H2ClosedDatabases());
        return new HikariDataSource(config);
    }

    static HikariDataSource postgres(ReconnectingDataSource source, int size) {
        HikariConfig config = config(source, size);
        config.setConnectionInitSql(LIMIT_WAITS_FOR_LOCKS);
        PostgresLostConnections lost = new PostgresLostConnections();
        config.setExceptionOverride(lost);
        HikariDataSource pool = new HikariDataSource(config);
        lost.watch(pool);
        return pool;
    }

    private static HikariConfig config(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keystead");
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setInitializationFailTimeout(-1); // the source tries until there is a connection
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        return config;
    }
}
