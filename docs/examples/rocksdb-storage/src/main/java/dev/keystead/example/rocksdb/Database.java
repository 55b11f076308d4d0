package dev.keystead.example.rocksdb;

import dev.keystead.core.spi.StorageUnavailableException;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * An open RocksDB. Writers take turns, so that what one of them has checked stays true until it has written; readers run beside them.
 * No call reaches RocksDB once it is closed: that would end the process, not the call.
 */
final class Database implements AutoCloseable {
    private final RocksDB db;
    private final Options options;
    private final WriteOptions durability;
    private final Lock writing = new ReentrantLock();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private boolean closed;

    private Database(RocksDB db, Options options, WriteOptions durability) {
        this.db = db;
        this.options = options;
        this.durability = durability;
    }

    /**
     * Opens the folder, or begins an empty database in it.
     *
     * @param sync whether a write waits for the disk; if not, it waits for the operating system to have it
     */
    static Database open(Path folder, boolean sync) {
        Options options = new Options()
                .setCreateIfMissing(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(3);
        try {
            return new Database(RocksDB.open(options, folder.toString()), options, new WriteOptions().setSync(sync));
        } catch (RocksDBException e) {
            options.close();
            throw Failures.atOpen(e);
        }
    }

    <R> R read(Function<View, R> reading) {
        return whileOpen(() -> reading.apply(new Snapshot(db)));
    }

    /** Writes what the function puts into the batch, all or, if it throws, nothing. */
    <R> R write(Function<Batch, R> filling) {
        return whileOpen(() -> {
            writing.lock();
            try (Batch batch = new Batch(db)) {
                R result = filling.apply(batch);
                batch.write(durability);
                return result;
            } catch (RocksDBException e) {
                throw new StorageUnavailableException(true, e);
            } finally {
                writing.unlock();
            }
        });
    }

    /** Waits for running calls, and lets no more in. */
    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                durability.close();
                options.close();
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private <R> R whileOpen(Supplier<R> call) {
        gate.readLock().lock();
        try {
            if (closed) {
                throw new StorageUnavailableException(false, null);
            }
            return call.get();
        } finally {
            gate.readLock().unlock();
        }
    }
}
