package dev.keystead.jdbc;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The statements that reach across organisations. */
final class MaintenanceSql {
    private static final String SCAN = """
            SELECT org_id, id, type, name, comments, role, tenant, client_id, project, key_kid, key_sealed,
                resources, last_time, version, created_at, created_by, updated_at, updated_by
            FROM credential
            """;
    private static final String REST_OF_ORGANIZATION = "WHERE org_id = :org_id AND id > :id\n";
    private static final String LATER_ORGANIZATIONS = "WHERE org_id > :org_id\n";
    private static final String PAGE = "ORDER BY org_id, id FETCH FIRST :limit ROWS ONLY";

    /** One look into the index of each table, however many rows an organisation has. */
    private static final String NEXT_ORGANIZATION = """
            SELECT org_id
            FROM (
                (SELECT org_id FROM credential WHERE org_id > :after ORDER BY org_id FETCH FIRST ROW ONLY)
                UNION
                (SELECT org_id FROM history WHERE org_id > :after ORDER BY org_id FETCH FIRST ROW ONLY)
                UNION
                (SELECT org_id FROM external_id WHERE org_id > :after ORDER BY org_id FETCH FIRST ROW ONLY)
            ) AS next_of_each
            ORDER BY org_id
            FETCH FIRST ROW ONLY
            """;

    private static final String COUNT_BY_KEY_ID = """
            SELECT key_kid, COUNT(*) AS secrets
            FROM credential
            WHERE key_kid IS NOT NULL
            GROUP BY key_kid
            """;

    private static final String REPLACE_SEALED = """
            UPDATE credential
            SET key_kid = :new_kid, key_sealed = :new_sealed
            WHERE org_id = :org_id AND id = :id AND key_kid = :old_kid AND key_sealed = :old_sealed
            """;

    private MaintenanceSql() {}

    /** Two ranges of the primary key rather than a comparison of pairs, which not every database looks up in an index. */
    static List<Credential<SealedSecret>> scan(Handle handle, Optional<Position> after, int limit) {
        List<Credential<SealedSecret>> page = new ArrayList<>();
        after.ifPresent(position -> page.addAll(fetch(
                handle.createQuery(SCAN + REST_OF_ORGANIZATION + PAGE)
                        .bind("org_id", position.org().value())
                        .bind("id", position.id().value()),
                limit)));
        if (page.size() < limit) {
            page.addAll(fetch(
                    handle.createQuery(SCAN + LATER_ORGANIZATIONS + PAGE)
                            .bind(
                                    "org_id",
                                    after.map(position -> position.org().value())
                                            .orElse("")),
                    limit - page.size()));
        }
        return page;
    }

    private static List<Credential<SealedSecret>> fetch(Query query, int limit) {
        return query.bind("limit", limit).map(CredentialTable.ROW).list();
    }

    static List<OrgId> organizations(Handle handle, Optional<OrgId> after, int limit) {
        List<OrgId> page = new ArrayList<>();
        Optional<OrgId> next = nextOrganization(handle, after.map(OrgId::value).orElse(""));
        while (next.isPresent()) {
            page.add(next.get());
            next = page.size() < limit ? nextOrganization(handle, next.get().value()) : Optional.empty();
        }
        return page;
    }

    private static Optional<OrgId> nextOrganization(Handle handle, String after) {
        return handle.createQuery(NEXT_ORGANIZATION)
                .bind("after", after)
                .map(Rows.trusted((row, context) -> new OrgId(row.getString("org_id"))))
                .findOne();
    }

    static Map<String, Long> countByKeyId(Handle handle) {
        Map<String, Long> counts = new HashMap<>();
        handle.createQuery(COUNT_BY_KEY_ID)
                .map((row, context) -> Map.entry(row.getString("key_kid"), row.getLong("secrets")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    static boolean replaceSealed(
            Handle handle, SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        return handle.createUpdate(REPLACE_SEALED)
                        .bind("new_kid", replacement.keyId())
                        .bind("new_sealed", replacement.value())
                        .bind("org_id", binding.org().value())
                        .bind("id", binding.credential().value())
                        .bind("old_kid", expected.keyId())
                        .bind("old_sealed", expected.value())
                        .execute()
                == 1;
    }
}
