package dev.keystead.jdbc;

import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what a list shows, by place: to find columns by their names costs more than to read them. */
final class SummaryMapper implements RowMapper<CredentialSummary> {
    /** In the order in which they are read. */
    static final String COLUMNS = "id, type, name, comments, resources, last_time";

    @Override
    public CredentialSummary map(ResultSet row, StatementContext context) throws SQLException {
        return new CredentialSummary(
                new CredentialId(row.getString(1)),
                AccountColumns.type(row.getString(2)),
                new CredentialName(row.getString(3)),
                new Comments(row.getString(4)),
                Rows.usage(row.getInt(5), row.getObject(6, OffsetDateTime.class)));
    }
}
