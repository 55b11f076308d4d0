package dev.keystead.jdbc;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table {@code history}. */
final class HistoryMapper implements RowMapper<HistoryEntry> {
    private static final String SEPARATOR = ","; // in no member's path

    @Override
    public HistoryEntry map(ResultSet row, StatementContext context) throws SQLException {
        return new HistoryEntry(
                new HistoryId(row.getString("id")),
                Rows.instant(row, "happened_at"),
                new Subject(row.getString("actor")),
                HistoryEvent.of(row.getString("event")).orElseThrow(),
                new OrgId(row.getString("org_id")),
                new CredentialId(row.getString("credential_id")),
                new CredentialName(row.getString("credential_name")),
                new Reason(row.getString("reason")),
                members(row.getString("changed")),
                new RequestId(row.getString("request_id")));
    }

    /** The members as one column holds them. */
    static String column(Set<Member> members) {
        return members.stream().map(Member::path).collect(Collectors.joining(SEPARATOR));
    }

    private static Set<Member> members(String column) {
        return Stream.of(column.split(SEPARATOR))
                .filter(path -> !path.isEmpty())
                .map(path -> Member.of(path).orElseThrow())
                .collect(Collectors.toSet());
    }
}
