package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes the pools of the storages that are opened by URL. */
final class Pools {
    /** With the time that a statement may take on PostgreSQL, a request waits less than five seconds in all. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(1_500);

    /** Short: when a network forgot them all, one after the other is asked. */
    private static final Duration VALIDATION_TIMEOUT = Duration.ofMillis(250);

    private static final String LIMIT_WAITS_FOR_LOCKS = "SET lock_timeout = '500ms'";

    private Pools() {}

    static HikariDataSource h2(DataSource source, int size) {
        HikariConfig config = config(source, size);
        config.setConnectionTestQuery("SELECT 1"); // H2 takes a connection to a database that it gave up for valid
        config.setExceptionOverride(new H2ClosedDatabases());
        return new HikariDataSource(config);
    }

    static HikariDataSource postgres(DataSource source, int size) {
        HikariConfig config = config(source, size);
        config.setConnectionInitSql(LIMIT_WAITS_FOR_LOCKS);
        config.setInitializationFailTimeout(-1); // the source tries until there is a connection
        return new HikariDataSource(config);
    }

    private static HikariConfig config(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keystead");
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        return config;
    }
}
