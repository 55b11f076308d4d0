package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A PostgreSQL, such as one with ten thousand rows in twenty organisations, which tells how it would run the statements of a storage. */
final class PostgresPlans implements AutoCloseable {
    private static final String ANALYZE = "ANALYZE credential, history, external_id, receipt";
    private static final String FILL = """
            INSERT INTO credential (org_id, id, type, name, comments, role, tenant, client_id, key_kid,
                key_sealed, resources, version, created_at, created_by, updated_at, updated_by)
            SELECT 'org-' || n % 20, 'id-' || n, CASE WHEN n % 2 = 0 THEN 'aws' ELSE 'azure' END, 'name ' || n, '',
                'arn:aws:iam::123456789012:role/k', 'contoso.onmicrosoft.com',
                '11111111-2222-3333-4444-555555555555', 'kid-' || n % 3, repeat('s', 200), 0, 1,
                now(), 'ada', now(), 'ada'
            FROM generate_series(1, 10000) AS n;
            INSERT INTO history (org_id, id, happened_at, actor, event, credential_id, credential_name, reason, changed,
                request_id)
            SELECT 'org-' || n % 20, 'h-' || n, now(), 'ada', 'created', 'id-' || n % 200, 'name', '', '', 'request'
            FROM generate_series(1, 10000) AS n;
            INSERT INTO external_id (org_id, external_id)
            SELECT 'org-' || n, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' || lpad(n::text, 6, '0') FROM generate_series(1, 5000) AS n;
            INSERT INTO receipt (org_id, subject, idem_key, fingerprint_kid, fingerprint_value, operation, credential_id,
                representation, expires_at)
            SELECT 'org-' || n % 20, 'ada', 'key-' || n, 'kid', 'fingerprint', 'REMOVE', 'id-' || n, false,
                timestamptz '2026-11-23T00:00:00Z' + n * interval '1 second'
            FROM generate_series(1, 10000) AS n;
            """ + ANALYZE;

    private final Connection connection;
    private final ObservedDataSource observed;
    private final Storage storage;

    private PostgresPlans(Connection connection, ObservedDataSource observed, Storage storage) {
        this.connection = connection;
        this.observed = observed;
        this.storage = storage;
    }

    /** One that is filled. */
    static PostgresPlans open() throws SQLException {
        return of(Postgres.newSchema(), FILL);
    }

    /** One that is there, whose statistics are brought up to date as the server does by itself in time. */
    static PostgresPlans of(String url) throws SQLException {
        return of(url, ANALYZE);
    }

    private static PostgresPlans of(String url, String preparation) throws SQLException {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(url);
        ObservedDataSource observed = new ObservedDataSource(postgres);
        Storage storage = JdbcStorage.over(observed);
        storage.migrate();
        postgres.setPreferQueryMode(PreferQueryMode.SIMPLE); // which leaves the $1 of a generic plan alone
        Connection connection = postgres.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(preparation);
        }
        observed.statements.clear();
        return new PostgresPlans(connection, observed, storage);
    }

    /** Leaves out what was run until now. */
    void begin() {
        observed.statements.clear();
    }

    Storage storage() {
        return storage;
    }

    /**
     * How the only statement that was run since the last call is run: for the arguments, and as it is planned once for all arguments
     * after some use.
     */
    List<String> ofTheOnlyStatement(String... arguments) throws SQLException {
        String sql = observed.statements.remove();
        if (!observed.statements.isEmpty()) {
            throw new IllegalStateException("more than one statement was run");
        }
        return List.of(forArguments(sql, arguments), forAll(sql));
    }

    /** The same of the last statement with this beginning among those that were run since the last call. */
    List<String> ofTheStatement(String beginning, String... arguments) throws SQLException {
        String sql = observed.statements.stream()
                .filter(statement -> statement.startsWith(beginning))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        observed.statements.clear();
        return List.of(forArguments(sql, arguments), forAll(sql));
    }

    /** Neither a table is read whole nor a row sorted. */
    static void assertIndexed(String index, List<String> found) {
        assertThat(found)
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index (Only )?Scan (Backward )?using " + index)
                        .doesNotContainPattern("(Seq Scan|Bitmap|-> +(Sort|Incremental Sort))"));
    }

    private String forArguments(String sql, String... arguments) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (COSTS OFF) " + sql)) {
            for (int position = 0; position < arguments.length; position++) {
                explain.setObject(position + 1, arguments[position]);
            }
            try (ResultSet plan = explain.executeQuery()) {
                return text(plan);
            }
        }
    }

    private String forAll(String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder("EXPLAIN (GENERIC_PLAN, COSTS OFF) ");
        int parameter = 0;
        for (String part : sql.split("\\?", -1)) {
            numbered.append(parameter == 0 ? "" : "$" + parameter).append(part);
            parameter++;
        }
        try (Statement explain = connection.createStatement();
                ResultSet plan = explain.executeQuery(numbered.toString())) {
            return text(plan);
        }
    }

    private static String text(ResultSet plan) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (plan.next()) {
            lines.add(plan.getString(1));
        }
        return String.join("\n", lines);
    }

    @Override
    public void close() throws SQLException {
        storage.close();
        connection.close();
    }
}
