package dev.keystead.jdbc;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.ListQuery;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The table {@code credential}, as the repository uses it. */
final class CredentialTable {
    static final RowMapper<Credential<SealedSecret>> ROW = Rows.trusted(new CredentialMapper());
    private static final RowMapper<CredentialSummary> SUMMARY = Rows.trusted(new SummaryMapper());

    static final String INSERT = """
            INSERT INTO credential (
                org_id, id, type, name, comments, role, tenant, client_id, project, key_kid, key_sealed,
                resources, last_time, version, created_at, created_by, updated_at, updated_by)
            VALUES (
                :org_id, :id, :type, :name, :comments, :role, :tenant, :client_id, :project, :key_kid, :key_sealed,
                :resources, :last_time, :version, :created_at, :created_by, :updated_at, :updated_by)
            """;

    private static final String FIND = """
            SELECT org_id, id, type, name, comments, role, tenant, client_id, project, key_kid, key_sealed,
                resources, last_time, version, created_at, created_by, updated_at, updated_by
            FROM credential
            WHERE org_id = :org_id AND id = :id
            """;

    private static final String LIST = "SELECT " + SummaryMapper.COLUMNS + "\n" + """
            FROM credential
            WHERE org_id = :org_id
            """;
    private static final String AFTER = "AND id > :after\n";
    private static final String OF_TYPE = "AND type = :type\n";
    /**
     * Without COALESCE, PostgreSQL takes any prefix for rare, and reads and sorts the rest of the organisation for a page that would have
     * been full after a few rows.
     */
    private static final String NAMED = "AND COALESCE(name LIKE :name_pattern ESCAPE '!', FALSE)\n";
    // With the organisation in the order, H2 sees that the index has it already.
    private static final String PAGE = "ORDER BY org_id, id FETCH FIRST :limit ROWS ONLY";

    /** A null leaves what is stored at the moment of writing, which may be younger than what was read. */
    private static final String UPDATE = """
            UPDATE credential
            SET name = COALESCE(:name, name),
                comments = COALESCE(:comments, comments),
                role = COALESCE(:role, role),
                client_id = COALESCE(:client_id, client_id),
                project = COALESCE(:project, project),
                key_kid = COALESCE(:key_kid, key_kid),
                key_sealed = COALESCE(:key_sealed, key_sealed),
                version = :version,
                updated_at = :updated_at,
                updated_by = :updated_by
            WHERE org_id = :org_id AND id = :id AND version = :expected_version
            """;

    private static final String DELETE =
            "DELETE FROM credential WHERE org_id = :org_id AND id = :id AND version = :expected_version";

    private static final String RECORD_USAGE = """
            UPDATE credential
            SET resources = :resources, last_time = :last_time
            WHERE org_id = :org_id AND id = :id AND (last_time IS NULL OR last_time <= :last_time)
            """;

    private static final String EXISTS = "SELECT 1 FROM credential WHERE org_id = :org_id AND id = :id";

    private CredentialTable() {}

    static Optional<Credential<SealedSecret>> find(Handle handle, OrgId org, CredentialId id) {
        return handle.createQuery(FIND)
                .bind("org_id", org.value())
                .bind("id", id.value())
                .map(ROW)
                .findOne();
    }

    static List<CredentialSummary> list(Handle handle, ListQuery asked) {
        StringBuilder sql = new StringBuilder(LIST);
        asked.after().ifPresent(after -> sql.append(AFTER));
        asked.filter().type().ifPresent(type -> sql.append(OF_TYPE));
        asked.filter().namePrefix().ifPresent(prefix -> sql.append(NAMED));
        Query query = handle.createQuery(sql.append(PAGE).toString())
                .bind("org_id", asked.org().value())
                .bind("limit", asked.limit());
        asked.after().ifPresent(after -> query.bind("after", after.value()));
        asked.filter().type().ifPresent(type -> query.bind("type", type.code()));
        asked.filter().namePrefix().ifPresent(prefix -> query.bind("name_pattern", patternOf(prefix)));
        return query.map(SUMMARY).list();
    }

    private static String patternOf(NamePrefix prefix) {
        return prefix.value().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static int insert(Handle handle, Credential<SealedSecret> credential) {
        Update insert = handle.createUpdate(INSERT);
        bind(insert, credential);
        return insert.execute();
    }

    static void bind(SqlStatement<?> insert, Credential<SealedSecret> credential) {
        Optional<SealedSecret> key = AccountColumns.secretOf(credential.account());
        insert.bind("org_id", credential.org().value())
                .bind("id", credential.id().value())
                .bind("type", credential.account().type().code())
                .bind("name", credential.name().value())
                .bind("comments", credential.comments().value())
                .bind("key_kid", key.map(SealedSecret::keyId).orElse(null))
                .bind("key_sealed", key.map(SealedSecret::value).orElse(null))
                .bind("version", credential.version());
        AccountColumns.of(credential.account()).bindTo(insert);
        Rows.bind(insert, credential.usage());
        Rows.bind(insert, credential.audit());
    }

    static int update(Handle handle, Change.Updated change) {
        Credential<SealedSecret> after = change.after();
        AccountColumns account = AccountColumns.of(after.account());
        Optional<SealedSecret> key = AccountColumns.secretOf(after.account())
                .filter(secret -> change.changed().contains(Member.KEY));
        Changed changed = new Changed(change.changed());
        return handle.createUpdate(UPDATE)
                .bind("name", changed.orNull(Member.NAME, after.name().value()))
                .bind(
                        "comments",
                        changed.orNull(Member.COMMENTS, after.comments().value()))
                .bind("role", changed.orNull(Member.ROLE, account.role()))
                .bind("client_id", changed.orNull(Member.CLIENT_ID, account.clientId()))
                .bind("project", changed.orNull(Member.PROJECT, account.project()))
                .bind("key_kid", key.map(SealedSecret::keyId).orElse(null))
                .bind("key_sealed", key.map(SealedSecret::value).orElse(null))
                .bind("version", after.version())
                .bind("updated_at", Rows.instant(after.audit().updatedAt()))
                .bind("updated_by", after.audit().updatedBy().value())
                .bind("org_id", after.org().value())
                .bind("id", after.id().value())
                .bind("expected_version", change.expectedVersion())
                .execute();
    }

    static int delete(Handle handle, Change.Removed change) {
        return handle.createUpdate(DELETE)
                .bind("org_id", change.org().value())
                .bind("id", change.id().value())
                .bind("expected_version", change.expectedVersion())
                .execute();
    }

    /** Records the use unless a younger one is stored; false if there is no such credential. */
    static boolean recordUsage(Handle handle, OrgId org, CredentialId id, Usage usage) {
        Update update =
                handle.createUpdate(RECORD_USAGE).bind("org_id", org.value()).bind("id", id.value());
        Rows.bind(update, usage);
        return update.execute() == 1
                || handle.createQuery(EXISTS)
                        .bind("org_id", org.value())
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }
}
