package dev.keystead.jdbc;

import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads whole rows of the table {@code credential}. */
final class CredentialMapper implements RowMapper<Credential<SealedSecret>> {
    @Override
    public Credential<SealedSecret> map(ResultSet row, StatementContext context) throws SQLException {
        return new Credential<>(
                new OrgId(row.getString("org_id")),
                new CredentialId(row.getString("id")),
                new CredentialName(row.getString("name")),
                new Comments(row.getString("comments")),
                AccountColumns.read(row, CredentialMapper::key),
                Rows.usage(row),
                row.getLong("version"),
                Rows.audit(row));
    }

    private static SealedSecret key(ResultSet row) throws SQLException {
        return new SealedSecret(row.getString("key_kid"), row.getString("key_sealed"));
    }
}
