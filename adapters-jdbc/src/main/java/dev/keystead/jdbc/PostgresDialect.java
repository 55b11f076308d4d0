package dev.keystead.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** PostgreSQL, which keeps its promises by default: a commit that it acknowledged survives a crash and a power cut. */
final class PostgresDialect implements Dialect {
    static final String PRODUCT = "PostgreSQL";

    @Override
    public List<String> migrationLocations() {
        return List.of("classpath:keystead/db/migration/common");
    }

    /** In any other collation than C the order of ids would depend on the language of the database. */
    @Override
    public Map<String, String> migrationTypes() {
        return Map.of("text", "TEXT COLLATE \"C\"", "instant", "TIMESTAMP(3) WITH TIME ZONE");
    }

    @Override
    public void prepare(Connection connection) {
        // Nothing that the data source has not set.
    }
}
