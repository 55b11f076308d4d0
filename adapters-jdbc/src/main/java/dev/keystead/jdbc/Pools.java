package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes the pools of the storages that are opened by URL. */
final class Pools {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);
    private static final String LIMIT_WAITS_FOR_LOCKS = "SET lock_timeout = '1s'";

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
