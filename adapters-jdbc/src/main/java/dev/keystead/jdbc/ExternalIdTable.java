package dev.keystead.jdbc;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code external_id}. */
final class ExternalIdTable {
    private static final RowMapper<ExternalId> ROW =
            Rows.trusted((row, context) -> new ExternalId(row.getString("external_id")));

    static final String INSERT = "INSERT INTO external_id (org_id, external_id) VALUES (:org_id, :external_id)";
    private static final String FIND = "SELECT external_id FROM external_id WHERE org_id = :org_id";

    private ExternalIdTable() {}

    static Optional<ExternalId> find(Handle handle, OrgId org) {
        return handle.createQuery(FIND).bind("org_id", org.value()).map(ROW).findOne();
    }

    static int insert(Handle handle, OrgId org, ExternalId externalId) {
        return bind(handle.createUpdate(INSERT), org, externalId).execute();
    }

    static <S extends SqlStatement<S>> S bind(S insert, OrgId org, ExternalId externalId) {
        return insert.bind("org_id", org.value()).bind("external_id", externalId.value());
    }
}
