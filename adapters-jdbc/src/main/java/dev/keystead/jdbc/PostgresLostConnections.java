package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool drop all its connections when it loses one: where a network forgot one it forgot the others as well, and each would keep
 * a request waiting. Those in use are dropped when they come back.
 */
final class PostgresLostConnections implements SQLExceptionOverride {
    private volatile @Nullable HikariDataSource pool;

    void watch(HikariDataSource watched) {
        pool = watched;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        HikariDataSource watched = pool;
        if (watched != null && SqlErrors.isLostConnection(failure)) {
            watched.getHikariPoolMXBean().softEvictConnections();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
