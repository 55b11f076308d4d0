package dev.keystead.example.rocksdb;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/** What one write does, all or nothing; {@link #get} sees what was put before, the walks see what is stored. */
final class Batch implements View, AutoCloseable {
    private final RocksDB db;
    private final View stored;
    private final WriteBatchWithIndex changes = new WriteBatchWithIndex(true);
    private final ReadOptions options = new ReadOptions();

    Batch(RocksDB db) {
        this.db = db;
        this.stored = new Snapshot(db);
    }

    void put(byte[] key, byte[] value) {
        Failures.unavailable(() -> changes.put(key, value));
    }

    void delete(byte[] key) {
        Failures.unavailable(() -> changes.delete(key));
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Failures.unavailable(() -> Optional.ofNullable(changes.getFromBatchAndDB(db, options, key)));
    }

    @Override
    public void ascend(byte[] prefix, byte[] after, BiPredicate<byte[], byte[]> visitor) {
        stored.ascend(prefix, after, visitor);
    }

    @Override
    public void descend(byte[] prefix, byte[] before, BiPredicate<byte[], byte[]> visitor) {
        stored.descend(prefix, before, visitor);
    }

    /** RocksDB writes a batch as one record of its log: after a crash it is there as a whole or not at all. */
    void write(WriteOptions durability) throws RocksDBException {
        db.write(durability, changes);
    }

    @Override
    public void close() {
        options.close();
        changes.close();
    }
}
