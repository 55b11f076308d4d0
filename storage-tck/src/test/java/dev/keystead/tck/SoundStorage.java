package dev.keystead.tck;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.inmemory.InMemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * A storage without faults, for faults to be put into. Beyond the one in memory it can be lost without being closed, and closed without
 * forgetting, so that the kit's tests for such storages are tested too.
 */
final class SoundStorage implements Storage {
    private InMemoryStorage kept;
    private volatile boolean severed;
    private volatile boolean closed;

    SoundStorage() {
        this(new InMemoryStorage());
    }

    private SoundStorage(InMemoryStorage kept) {
        this.kept = kept;
    }

    /** Another opening of what this one kept. */
    SoundStorage reopened() {
        return new SoundStorage(kept);
    }

    /** Loses everything. */
    void forget() {
        kept = new InMemoryStorage();
    }

    void sever() {
        severed = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public CredentialRepository repository() {
        return gated(CredentialRepository.class, kept.repository());
    }

    @Override
    public StorageMaintenance maintenance() {
        return gated(StorageMaintenance.class, kept.maintenance());
    }

    @Override
    public void ping() {
        requireReach();
    }

    @Override
    public List<String> migrate() {
        requireReach();
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireReach() {
        if (severed || closed) {
            throw new StorageUnavailableException(severed && !closed, null);
        }
    }

    private <T> T gated(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            requireReach();
            try {
                return method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
