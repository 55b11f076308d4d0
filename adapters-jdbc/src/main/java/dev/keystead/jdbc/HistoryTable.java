package dev.keystead.jdbc;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.HistoryQuery;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The table {@code history}, as the repository uses it. */
final class HistoryTable {
    private static final RowMapper<HistoryEntry> ROW = Rows.trusted(new HistoryMapper());

    private static final String COLUMNS = """
            INSERT INTO history (
                org_id, id, happened_at, actor, event, credential_id, credential_name, reason, changed, request_id)
            """;
    private static final String VALUES =
            ":org_id, :id, :happened_at, :actor, :event, :credential_id, :credential_name, :reason, :changed, :request_id";

    static final String INSERT = COLUMNS + "VALUES (" + VALUES + ")";

    /** Looks at the credential and writes in one statement, and locks nothing: many workers may resolve one credential. */
    private static final String INSERT_IF_CURRENT = COLUMNS + "SELECT " + VALUES + """

            FROM credential
            WHERE org_id = :org_id AND id = :credential_id AND version = :expected_version
            """;

    private static final String PAGE = """
            SELECT org_id, id, happened_at, actor, event, credential_id, credential_name, reason, changed, request_id
            FROM history
            WHERE org_id = :org_id
            """;
    private static final String OF_CREDENTIAL = "AND credential_id = :credential_id\n";
    private static final String BEFORE = "AND id < :before\n";
    // The orders of the primary key and of the index, backwards.
    private static final String NEWEST = "ORDER BY org_id DESC, id DESC FETCH FIRST :limit ROWS ONLY";
    private static final String NEWEST_OF_CREDENTIAL =
            "ORDER BY org_id DESC, credential_id DESC, id DESC FETCH FIRST :limit ROWS ONLY";

    private HistoryTable() {}

    static List<HistoryEntry> page(Handle handle, HistoryQuery asked) {
        StringBuilder sql = new StringBuilder(PAGE);
        asked.credential().ifPresent(credential -> sql.append(OF_CREDENTIAL));
        asked.before().ifPresent(before -> sql.append(BEFORE));
        sql.append(asked.credential().isPresent() ? NEWEST_OF_CREDENTIAL : NEWEST);
        Query query = handle.createQuery(sql.toString())
                .bind("org_id", asked.org().value())
                .bind("limit", asked.limit());
        asked.credential().ifPresent(credential -> query.bind("credential_id", credential.value()));
        asked.before().ifPresent(before -> query.bind("before", before.value()));
        return query.map(ROW).list();
    }

    static int insert(Handle handle, HistoryEntry entry) {
        Update insert = handle.createUpdate(INSERT);
        bind(insert, entry);
        return insert.execute();
    }

    /** Writes the entry if the credential is there in the expected version; 0 if it is not. */
    static int insertIfCurrent(Handle handle, HistoryEntry entry, Change.Unchanged change) {
        Update insert = handle.createUpdate(INSERT_IF_CURRENT).bind("expected_version", change.expectedVersion());
        bind(insert, entry);
        return insert.execute();
    }

    static void bind(SqlStatement<?> insert, HistoryEntry entry) {
        insert.bind("org_id", entry.org().value())
                .bind("id", entry.id().value())
                .bind("happened_at", Rows.instant(entry.time()))
                .bind("actor", entry.actor().value())
                .bind("event", entry.event().code())
                .bind("credential_id", entry.credential().value())
                .bind("credential_name", entry.credentialName().value())
                .bind("reason", entry.reason().value())
                .bind("changed", HistoryMapper.column(entry.changed()))
                .bind("request_id", entry.requestId().value());
    }
}
