package dev.keystead.jdbc;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.Receipt;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The table {@code receipt}. */
final class ReceiptTable {
    private static final RowMapper<Receipt> ROW = Rows.trusted(new ReceiptMapper());

    private static final String FIND = """
            SELECT org_id, subject, idem_key, fingerprint_kid, fingerprint_value, operation, credential_id,
                representation, expires_at, type, name, comments, role, tenant, client_id, project,
                resources, last_time, version, created_at, created_by, updated_at, updated_by
            FROM receipt
            WHERE org_id = :org_id AND subject = :subject AND idem_key = :idem_key
            """;

    private static final String INSERT = """
            INSERT INTO receipt (
                org_id, subject, idem_key, fingerprint_kid, fingerprint_value, operation, credential_id,
                representation, expires_at, type, name, comments, role, tenant, client_id, project,
                resources, last_time, version, created_at, created_by, updated_at, updated_by)
            VALUES (
                :org_id, :subject, :idem_key, :fingerprint_kid, :fingerprint_value, :operation, :credential_id,
                :representation, :expires_at, :type, :name, :comments, :role, :tenant, :client_id, :project,
                :resources, :last_time, :version, :created_at, :created_by, :updated_at, :updated_by)
            """;

    private static final String DELETE_EXPIRED = """
            DELETE FROM receipt
            WHERE org_id = :org_id AND subject = :subject AND idem_key = :idem_key AND expires_at <= :now
            """;

    /** The outer condition holds a receipt back that took the place of an expired one meanwhile. */
    private static final String EXPIRE = """
            DELETE FROM receipt
            WHERE expires_at <= :now AND (org_id, subject, idem_key) IN (
                SELECT org_id, subject, idem_key
                FROM receipt
                WHERE expires_at <= :now
                ORDER BY expires_at
                FETCH FIRST :limit ROWS ONLY)
            """;

    private ReceiptTable() {}

    static Optional<Receipt> find(Handle handle, Receipt.Key key) {
        return bind(handle.createQuery(FIND), key).map(ROW).findOne();
    }

    static int insert(Handle handle, Receipt receipt) {
        Update insert = bind(handle.createUpdate(INSERT), receipt.key())
                .bind("fingerprint_kid", receipt.fingerprint().keyId())
                .bind("fingerprint_value", receipt.fingerprint().value())
                .bind("operation", receipt.operation().name())
                .bind("credential_id", receipt.credential().value())
                .bind("representation", receipt.representation())
                .bind("expires_at", Rows.instant(receipt.expiresAt()));
        receipt.view().ifPresentOrElse(view -> bindView(insert, view), () -> bindNoView(insert));
        return insert.execute();
    }

    static void deleteExpired(Handle handle, Receipt.Key key, Instant now) {
        bind(handle.createUpdate(DELETE_EXPIRED), key)
                .bind("now", Rows.instant(now))
                .execute();
    }

    static int expire(Handle handle, Instant now, int limit) {
        return handle.createUpdate(EXPIRE)
                .bind("now", Rows.instant(now))
                .bind("limit", limit)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Receipt.Key key) {
        return statement
                .bind("org_id", key.org().value())
                .bind("subject", key.subject().value())
                .bind("idem_key", key.idempotencyKey().value());
    }

    private static void bindView(Update insert, Credential<MaskedSecret> view) {
        insert.bind("type", view.account().type().code())
                .bind("name", view.name().value())
                .bind("comments", view.comments().value())
                .bind("version", view.version());
        AccountColumns.of(view.account()).bindTo(insert);
        Rows.bind(insert, view.usage());
        Rows.bind(insert, view.audit());
    }

    private static void bindNoView(Update insert) {
        for (String text : new String[] {
            "type", "name", "comments", "role", "tenant", "client_id", "project", "created_by", "updated_by"
        }) {
            insert.bindNull(text, Types.VARCHAR);
        }
        for (String instant : new String[] {"last_time", "created_at", "updated_at"}) {
            insert.bindNull(instant, Types.TIMESTAMP_WITH_TIMEZONE);
        }
        insert.bindNull("resources", Types.INTEGER).bindNull("version", Types.BIGINT);
    }
}
