package dev.keystead.jdbc;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What rows of several tables have in common: instants, usage, audit. */
final class Rows {
    private Rows() {}

    /** An instant as a bound argument. */
    static Argument instant(Instant time) {
        OffsetDateTime value = time.atOffset(ZoneOffset.UTC);
        return (position, statement, context) -> statement.setObject(position, value, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static Argument instant(Optional<Instant> time) {
        return time.map(Rows::instant)
                .orElse((position, statement, context) -> statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static void bind(SqlStatement<?> statement, Usage usage) {
        statement.bind("resources", usage.resources()).bind("last_time", instant(usage.lastTime()));
    }

    static Usage usage(ResultSet row) throws SQLException {
        return usage(row.getInt("resources"), row.getObject("last_time", OffsetDateTime.class));
    }

    static Usage usage(int resources, @Nullable OffsetDateTime lastTime) {
        return new Usage(resources, Optional.ofNullable(lastTime).map(OffsetDateTime::toInstant));
    }

    static void bind(SqlStatement<?> statement, Audit audit) {
        statement
                .bind("created_at", instant(audit.createdAt()))
                .bind("created_by", audit.createdBy().value())
                .bind("updated_at", instant(audit.updatedAt()))
                .bind("updated_by", audit.updatedBy().value());
    }

    static Audit audit(ResultSet row) throws SQLException {
        return new Audit(
                instant(row, "created_at"),
                new Subject(row.getString("created_by")),
                instant(row, "updated_at"),
                new Subject(row.getString("updated_by")));
    }

    /** The mapper, for whom a stored value that breaks a rule is a fault of the storage and not of the caller. */
    static <T> RowMapper<T> trusted(RowMapper<T> mapper) {
        return (row, context) -> {
            try {
                return mapper.map(row, context);
            } catch (InvalidValueException broken) {
                throw new IllegalStateException("a stored row breaks a rule: it was not written by Keystead", broken);
            }
        };
    }
}
