package dev.keystead.jdbc;

import dev.keystead.core.spi.StorageUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Group commit for an H2 file: a transaction commits in memory, and is then written to the file with all others that have committed since
 * the last write. Transactions and writes have their turns, one at a time and in the order of asking. When a write fails, H2 lets a commit
 * that waits already write before it closes the store: behind a hole, in a file that it cannot open again. And where the file is forced to
 * the disk, H2 writes over what the last state does not need any more: a power cut must not find that done while the state itself is still
 * on its way.
 *
 * <p>One thread writes for all who wait: Java keeps a buffer outside the heap for each thread that writes a file, as large as the most that it
 * wrote, hundreds of megabytes if each thread that serves a request did. Safe for use by many threads.
 */
final class H2GroupCommit {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final boolean sync;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadPoolExecutor writer;
    /** The number of the last transaction; raised in its turn, before what it commits can be seen. */
    private final AtomicLong last = new AtomicLong();
    /** The number of the last one that is in the file, and all before it. */
    private final AtomicLong lastWritten = new AtomicLong();
    /** What somebody has committed to since the last write. Guarded by turn. */
    private @Nullable H2File unwritten;
    /** The write that has not had its turn yet, and so takes all that is committed by now. Guarded by this. */
    private @Nullable FutureTask<H2File> next;

    /**
     * For one storage.
     *
     * @param sync whether what is written is forced to the disk
     */
    H2GroupCommit(boolean sync) {
        this(sync, H2GroupCommit::daemon);
    }

    /** With a thread to write that the factory makes when it is needed. */
    H2GroupCommit(boolean sync, ThreadFactory threads) {
        this.sync = sync;
        this.writer = new ThreadPoolExecutor(
                1, 1, LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
        writer.allowCoreThreadTimeOut(true); // and with the thread its buffer goes
    }

    /**
     * Runs a transaction.
     *
     * @throws StorageUnavailableException if it does not get its turn soon; it did not begin then
     */
    <R> R transaction(Supplier<R> transaction) {
        requireTurn();
        try {
            last.incrementAndGet();
            return transaction.get();
        } finally {
            turn.unlock();
        }
    }

    /** Lets the next write go first before there is so much for it that H2 would write by itself, on the thread that commits. */
    private void requireTurn() {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (hasTurn(end)) {
            H2File full = unwritten;
            if (full == null || !full.isFilling()) {
                return;
            }
            turn.unlock();
            try {
                awaitWrite(full, end);
            } catch (SQLException notWritten) {
                throw new StorageUnavailableException(false, notWritten);
            }
        }
        throw new StorageUnavailableException(false, null);
    }

    /** Runs what can as well be done later and promises nothing, such as a compaction, unless its turn does not come soon. */
    void ifFree(Runnable work) {
        if (hasTurn()) {
            try {
                work.run();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Runs the end of the database, behind those who wait for their turn, if they do not take long. */
    void ending(Runnable end) {
        boolean inTurn = hasTurn();
        try {
            end.run();
        } finally {
            if (inTurn) {
                turn.unlock();
            }
        }
    }

    boolean holdsTurn() {
        return turn.isHeldByCurrentThread();
    }

    /**
     * What has to be awaited before all that was committed up to now is in the file. It fails too if it was to be written in one go with
     * what was committed to a database that is lost.
     */
    Durability durability(H2File file) {
        long number = last.get();
        if (holdsTurn()) {
            unwritten = file;
        }
        return () -> {
            if (lastWritten.get() >= number) {
                requireKept(file);
            } else if (holdsTurn()) {
                write(file);
            } else {
                awaitWrite(file, System.nanoTime() + LONGEST_WAIT.toNanos());
            }
        };
    }

    /** The next write has its turn behind the transactions that asked before, and takes theirs too. */
    private void awaitWrite(H2File file, long end) throws SQLException {
        FutureTask<H2File> write = nextWrite(file);
        try {
            H2File written = write.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!file.isSameAs(written)) {
                throw closedMeanwhile();
            }
        } catch (ExecutionException failure) {
            throw new SQLException(failure.getCause());
        } catch (TimeoutException e) {
            doNotMeetAt(write);
            throw new SQLTransientException("the file was not written in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted before the file was written", e);
        }
    }

    private synchronized FutureTask<H2File> nextWrite(H2File file) throws SQLException {
        FutureTask<H2File> write = next;
        if (write == null || write.isDone()) { // done without its turn: there was no memory left
            write = new FutureTask<>(() -> {
                writeInTurn(file);
                return file;
            });
            try {
                writer.execute(write);
            } catch (OutOfMemoryError noThread) {
                throw new SQLTransientException("there is no thread to write the file", noThread);
            }
            next = write;
        }
        return write;
    }

    private void writeInTurn(H2File file) throws SQLException {
        turn.lock();
        try {
            takeNoMore();
            write(file);
        } finally {
            turn.unlock();
        }
    }

    private synchronized void takeNoMore() {
        next = null;
    }

    /** It may never come: the thread that was to do it may be gone, for lack of memory. */
    private synchronized void doNotMeetAt(FutureTask<H2File> write) {
        if (next == write) {
            next = null;
        }
    }

    private void write(H2File file) throws SQLException {
        long number = last.get();
        unwritten = null;
        if (lastWritten.get() < number) {
            file.write(sync);
        }
        // What a lost database does not take must not count for what waits to be written to the next one.
        requireKept(file);
        lastWritten.set(number);
    }

    /**
     * A store that was closed because of a failure takes commits and writes, and writes nothing; one that got a write delay meanwhile may
     * write later.
     */
    private static void requireKept(H2File file) throws SQLException {
        if (file.isGivenUp()) {
            throw closedMeanwhile();
        }
        if (file.writesLater()) {
            throw new SQLTransientException("the database got a write delay meanwhile");
        }
    }

    static SQLException closedMeanwhile() {
        return new SQLException("the database was closed meanwhile", SqlErrors.H2_CLOSED);
    }

    private boolean hasTurn() {
        return hasTurn(System.nanoTime() + LONGEST_WAIT.toNanos());
    }

    private boolean hasTurn(long end) {
        try {
            return turn.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "keystead-h2-writer");
        thread.setDaemon(true);
        return thread;
    }
}
