package dev.keystead.jdbc;

import dev.keystead.core.spi.StorageUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Runs work on a connection. Failures that surely changed nothing and may not happen again (a deadlock, a lock that was not to be had)
 * are repeated here, though not for long; all others leave as {@link StorageUnavailableException}.
 */
final class Database {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final int DOUBLINGS = 3;

    private final Jdbi jdbi;
    private final Dialect dialect;

    Database(Connections connections, Dialect dialect) {
        this.jdbi = Jdbi.create(connections);
        this.dialect = dialect;
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // By default the texts of exceptions hold every bound argument.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /** Runs work that only reads, each statement by itself. */
    <R> R read(Function<Handle, R> work) {
        return repeating(() -> {
            Handle handle = jdbi.open();
            try {
                return work.apply(handle);
            } finally {
                release(handle);
            }
        });
    }

    /**
     * Runs work that reads what somebody may take for a promise, such as the receipt of a commit; what it finds is as safe as what was
     * committed here.
     */
    <R> Optional<R> readPromise(Function<Handle, Optional<R>> work) {
        Seen<Optional<R>> found = read(handle -> seen(handle, work.apply(handle)));
        if (found.value().isPresent()) {
            found.requireDurability(SqlErrors::beforeCommit);
        }
        return found.value();
    }

    /** Returns when all that was committed is as safe as what is committed here. */
    void settle() {
        read(handle -> seen(handle, Optional.empty())).requireDurability(SqlErrors::atCommit);
    }

    private <R> Seen<R> seen(Handle handle, R value) {
        try {
            return new Seen<>(value, dialect.durability(handle.getConnection()));
        } catch (SQLException e) {
            throw SqlErrors.beforeCommit(e);
        }
    }

    /** Runs work that writes in one transaction, possibly several times until it commits. */
    <R> R write(Function<Handle, R> work) {
        return repeating(() -> durably(work));
    }

    /** Runs work that writes in one transaction, and that cannot be done a second time. */
    void writeOnce(Consumer<Handle> work) {
        try {
            durably(handle -> {
                work.accept(handle);
                return handle;
            });
        } catch (JdbiException e) {
            throw SqlErrors.beforeCommit(e);
        }
    }

    private <R> R durably(Function<Handle, R> work) {
        return dialect.writing(() -> inTransaction(work)).requireDurability(SqlErrors::atCommit);
    }

    private static <R> R repeating(Supplier<R> attempt) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int failed = 1; ; failed++) {
            try {
                return attempt.get();
            } catch (JdbiException e) {
                boolean late = failed > 1 && System.nanoTime() > end; // to find a deadlock takes a second by itself
                if (late || !SqlErrors.isRepeatable(e)) {
                    throw SqlErrors.beforeCommit(e);
                }
            }
            pause(failed);
        }
    }

    /** At random, so that those who collided do not collide again; longer from time to time, up to a point. */
    private static void pause(int failed) {
        long longest = FIRST_PAUSE.toNanos() << Math.min(failed, DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private <R> Seen<R> inTransaction(Function<Handle, R> work) {
        Handle handle = jdbi.open();
        try {
            handle.begin();
            R result = work.apply(handle);
            return new Seen<>(result, commit(handle));
        } finally {
            release(handle);
        }
    }

    private Durability commit(Handle handle) {
        try {
            handle.commit();
            return dialect.durability(handle.getConnection());
        } catch (JdbiException e) {
            if (SqlErrors.isRepeatable(e)) {
                throw e;
            }
            throw SqlErrors.atCommit(e);
        } catch (SQLException e) {
            throw SqlErrors.atCommit(e);
        }
    }

    /** Undoes what was not committed. The outcome is decided before, so that a connection that breaks here changes nothing. */
    private static void release(Handle handle) {
        try (handle) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException broken) {
            // The pool drops a broken connection, and the database the transaction that it had.
        }
    }

    /** What a connection that was given back since has seen. */
    private record Seen<R>(R value, Durability durability) {
        R requireDurability(Function<SQLException, StorageUnavailableException> otherwise) {
            try {
                durability.await();
                return value;
            } catch (SQLException e) {
                throw otherwise.apply(e);
            }
        }
    }
}
