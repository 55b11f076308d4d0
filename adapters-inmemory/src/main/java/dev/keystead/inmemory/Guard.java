package dev.keystead.inmemory;

import dev.keystead.core.spi.StorageUnavailableException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** One lock around everything, so that what a commit writes becomes visible together; and the gate that closing shuts. */
final class Guard {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    <R> R read(Supplier<R> action) {
        return holding(lock.readLock(), action);
    }

    <R> R write(Supplier<R> action) {
        return holding(lock.writeLock(), action);
    }

    void requireOpen() {
        read(() -> true);
    }

    void close() {
        lock.writeLock().lock();
        try {
            closed = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <R> R holding(Lock held, Supplier<R> action) {
        held.lock();
        try {
            if (closed) {
                throw new StorageUnavailableException(false, null);
            }
            return action.get();
        } finally {
            held.unlock();
        }
    }
}
