package dev.keystead.example.rocksdb;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;

/** Reads what is stored. A walk is of one moment (RocksDB's iterators are), two calls need not be. */
final class Snapshot implements View {
    private final RocksDB db;

    Snapshot(RocksDB db) {
        this.db = db;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Failures.unavailable(() -> Optional.ofNullable(db.get(key)));
    }

    @Override
    public void ascend(byte[] prefix, byte[] after, BiPredicate<byte[], byte[]> visitor) {
        try (RocksIterator iterator = db.newIterator()) {
            iterator.seek(after);
            if (iterator.isValid() && Arrays.equals(iterator.key(), after)) {
                iterator.next();
            }
            while (isWithin(prefix, iterator) && visitor.test(iterator.key(), iterator.value())) {
                iterator.next();
            }
            Failures.unavailable(iterator::status);
        }
    }

    @Override
    public void descend(byte[] prefix, byte[] before, BiPredicate<byte[], byte[]> visitor) {
        try (RocksIterator iterator = db.newIterator()) {
            iterator.seekForPrev(before);
            if (iterator.isValid() && Arrays.equals(iterator.key(), before)) {
                iterator.prev();
            }
            while (isWithin(prefix, iterator) && visitor.test(iterator.key(), iterator.value())) {
                iterator.prev();
            }
            Failures.unavailable(iterator::status);
        }
    }

    private static boolean isWithin(byte[] prefix, RocksIterator iterator) {
        return iterator.isValid() && Arrays.mismatch(prefix, iterator.key()) == prefix.length;
    }
}
