package dev.keystead.jdbc;

import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what a list shows. */
final class SummaryMapper implements RowMapper<CredentialSummary> {
    @Override
    public CredentialSummary map(ResultSet row, StatementContext context) throws SQLException {
        return new CredentialSummary(
                new CredentialId(row.getString("id")),
                AccountColumns.type(row),
                new CredentialName(row.getString("name")),
                new Comments(row.getString("comments")),
                Rows.usage(row));
    }
}
