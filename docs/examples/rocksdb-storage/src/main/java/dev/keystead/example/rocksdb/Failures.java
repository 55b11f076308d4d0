package dev.keystead.example.rocksdb;

import dev.keystead.core.spi.StorageUnavailableException;
import java.util.regex.Pattern;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Translates RocksDB's failures; its own texts, which name files, stay in the cause for the log. */
final class Failures {
    /** Its words for a folder that this or another process has open; there is no status of their own for it. */
    private static final Pattern LOCKED = Pattern.compile("^lock hold by|While lock file");

    private Failures() {}

    /** Runs what reads or prepares: if that fails, nothing was written. */
    static <R> R unavailable(Call<R> call) {
        try {
            return call.run();
        } catch (RocksDBException e) {
            throw new StorageUnavailableException(false, e);
        }
    }

    static void unavailable(Action action) {
        unavailable(() -> {
            action.run();
            return true;
        });
    }

    static StorageUnavailableException atOpen(RocksDBException failure) {
        boolean locked = LOCKED.matcher(String.valueOf(failure.getMessage())).find();
        boolean corrupt = failure.getStatus() != null && failure.getStatus().getCode() == Status.Code.Corruption;
        String reason = locked
                ? "the folder is in use already"
                : corrupt ? "the folder holds no readable database" : "the folder cannot be opened";
        return new StorageUnavailableException(reason, failure);
    }

    /** Returns something, or fails as RocksDB does. */
    interface Call<R> {
        R run() throws RocksDBException;
    }

    /** Returns nothing, or fails as RocksDB does. */
    interface Action {
        void run() throws RocksDBException;
    }
}
