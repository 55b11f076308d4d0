package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.KeysteadException;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.JdbiException;

/**
 * Translates what databases report into the failures of the SPI; the one place that knows SQLStates (ISO 9075; PostgreSQL, appendix A;
 * H2, {@code ErrorCode}). The driver's exception becomes the cause and its text is never shown: it may quote values.
 */
final class SqlErrors {
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String UNIQUE_VIOLATION = "23505";

    /** What surely changed nothing and may succeed when it is done again. */
    private static final Set<String> REPEATABLE = Set.of(
            "40001", // serialization failure; H2: deadlock
            "40P01", // PostgreSQL: deadlock
            "55P03", // PostgreSQL: lock not available
            "90131", // H2: concurrent update
            "HYT00"); // H2: lock timeout

    private static final String H2_FILE_IN_USE = "90020";
    private static final String H2_FILE_CORRUPTED = "90030";
    /** H2: the database is closed. */
    static final String H2_CLOSED = "90098";

    /** H2 closes a database, and every connection to it, when it fails to write the file. */
    private static final Set<String> H2_GIVEN_UP = Set.of(
            H2_CLOSED, "90121", // the same, at shutdown
            "90007", // the connection, which was closed because its database is
            "90028", // input or output
            "90031", // the same, with a file
            "HY000"); // general: a failure of the storage engine

    private static final String REFUSED_LOGIN = "the database refuses the user or the password";
    private static final String MISSING_RIGHT = "the database user lacks a right that is needed";
    private static final String READ_ONLY = "the database takes no changes: it is read-only";
    private static final String DISK_FULL = "the disk of the database is full";

    /** What the operator has to mend; H2 has numbers of its own. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("28000", REFUSED_LOGIN),
            Map.entry("28P01", REFUSED_LOGIN),
            Map.entry("42501", MISSING_RIGHT),
            Map.entry("90096", MISSING_RIGHT),
            Map.entry("25006", READ_ONLY),
            Map.entry("90097", READ_ONLY),
            Map.entry("53100", DISK_FULL),
            Map.entry("90100", DISK_FULL),
            Map.entry("53200", "the database has no memory left"),
            Map.entry("53300", "the database lets no more connections in"),
            Map.entry("57P03", "the database is starting or stopping"));

    /** Of these, what is wrong with the configuration, and no outage. */
    private static final Set<String> WRONG_CONFIGURATION = Set.of(REFUSED_LOGIN, MISSING_RIGHT, READ_ONLY);

    /** A parameter of the URL, or its value, that PostgreSQL or its driver does not know. */
    private static final Set<String> BAD_PARAMETER = Set.of("22023", "42704");

    /** PostgreSQL's driver: the server asks for something that the URL does not give. */
    private static final String REJECTED = "08004";

    private static final String POSTGRES_NO_SUCH_DATABASE = "3D000";

    /** A table or a column is missing. */
    private static final Set<String> NO_SCHEMA = Set.of(
            "42P01", // PostgreSQL
            "42703", // the same, a column
            "42S02", // H2
            "42S03", // the same, with a hint at similar names
            "42S04", // the same, in an empty database
            "42S22"); // the same, a column

    private SqlErrors() {}

    static boolean isRepeatable(Throwable failure) {
        return REPEATABLE.contains(stateOf(failure));
    }

    /** Whether a database said so, and not a library in front of it. */
    static boolean isOfADatabase(Throwable failure) {
        return !stateOf(failure).isEmpty();
    }

    static boolean isLostConnection(SQLException failure) {
        return stateOf(failure).startsWith(CONNECTION_EXCEPTION);
    }

    static boolean isGivenUp(SQLException failure) {
        return H2_GIVEN_UP.contains(stateOf(failure));
    }

    /** Runs one statement; a key that is taken already is a duplicate of what the statement writes. */
    static <R> R refusingDuplicates(DuplicateException.Of written, Supplier<R> statement) {
        try {
            return statement.get();
        } catch (JdbiException e) {
            if (UNIQUE_VIOLATION.equals(stateOf(e))) {
                throw new DuplicateException(written);
            }
            throw e;
        }
    }

    /** What is reported when the work failed before its commit: nothing changed. */
    static StorageUnavailableException beforeCommit(Throwable failure) {
        if (NO_SCHEMA.contains(stateOf(failure))) {
            return new StorageUnavailableException(
                    "the schema of the database is missing or out of date: it has to be migrated", failure);
        }
        if (isRepeatable(failure)) {
            return new StorageUnavailableException("other writers were in the way, and nothing was changed", failure);
        }
        if (isDamage(failure)) {
            return new StorageUnavailableException("the H2 file is damaged", failure);
        }
        String reason = REASONS.get(stateOf(failure));
        return reason == null
                ? new StorageUnavailableException(false, failure)
                : new StorageUnavailableException(reason, failure);
    }

    /** What is reported when the commit itself failed: only the database knows what became of it. */
    static StorageUnavailableException atCommit(Exception failure) {
        return new StorageUnavailableException(true, failure);
    }

    /** What is reported when the storage does not open. */
    static KeysteadException atOpen(Throwable failure) {
        String state = stateOf(failure);
        if (state.equals(H2_FILE_IN_USE)) {
            return new StorageUnavailableException("the H2 file is in use by another process", failure);
        }
        if (BAD_PARAMETER.contains(state)) {
            return new InvalidValueException("the storage URL has a parameter that PostgreSQL does not take");
        }
        if (state.equals(REJECTED)) {
            return new InvalidValueException(
                    "the database rejects the connection: it asks for a password, or for TLS other than the URL does");
        }
        if (state.equals(POSTGRES_NO_SUCH_DATABASE)) {
            return new InvalidValueException("there is no such database on the server");
        }
        Optional<InvalidValueException> mistake = H2Mistakes.of(state);
        return mistake.isPresent() ? mistake.get() : atStart(failure);
    }

    /** What is reported when the schema cannot be brought up to date. */
    static KeysteadException atStart(Throwable failure) {
        StorageUnavailableException reported = beforeCommit(failure);
        String reason = String.valueOf(reported.getMessage());
        return WRONG_CONFIGURATION.contains(reason) ? new InvalidValueException(reason) : reported;
    }

    /** H2 says so when it opens a file or, with an SQLState that says nothing, when it meets the damage later. */
    private static boolean isDamage(Throwable failure) {
        return stateOf(failure).equals(H2_FILE_CORRUPTED)
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof MVStoreException store
                                && (store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                                        || store.getCause() instanceof EOFException)); // shorter than a header
    }

    /** The SQLState of the first exception in the chain that has one; empty if there is none. */
    private static String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
