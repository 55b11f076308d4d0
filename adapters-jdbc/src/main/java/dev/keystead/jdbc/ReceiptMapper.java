package dev.keystead.jdbc;

import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table {@code receipt}. */
final class ReceiptMapper implements RowMapper<Receipt> {
    @Override
    public Receipt map(ResultSet row, StatementContext context) throws SQLException {
        return new Receipt(
                new Receipt.Key(
                        new OrgId(row.getString("org_id")),
                        new Subject(row.getString("subject")),
                        new IdempotencyKey(row.getString("idem_key"))),
                new Fingerprint(row.getString("fingerprint_kid"), row.getString("fingerprint_value")),
                Receipt.Operation.valueOf(row.getString("operation")),
                new CredentialId(row.getString("credential_id")),
                row.getString("type") == null ? Optional.empty() : Optional.of(view(row)),
                row.getBoolean("representation"),
                Rows.instant(row, "expires_at"));
    }

    private static Credential<MaskedSecret> view(ResultSet row) throws SQLException {
        return new Credential<>(
                new OrgId(row.getString("org_id")),
                new CredentialId(row.getString("credential_id")),
                new CredentialName(row.getString("name")),
                new Comments(row.getString("comments")),
                AccountColumns.read(row, secret -> MaskedSecret.MASKED),
                Rows.usage(row),
                row.getLong("version"),
                Rows.audit(row));
    }
}
