package dev.keystead.app.acceptance;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A storage whose repository breaks where it is told to, before it does anything. */
final class BrokenStorage implements Storage {
    private final Storage storage;
    private final Map<String, Supplier<Optional<RuntimeException>>> faults = new ConcurrentHashMap<>();

    BrokenStorage(Storage storage) {
        this.storage = storage;
    }

    /** Lets every call of the repository's method fail from now on. */
    void breakAt(String method, Supplier<RuntimeException> fault) {
        faults.put(method, () -> Optional.of(fault.get()));
    }

    /** Lets the calls of the repository's method fail from now on, after so many that still succeed. */
    void breakAt(String method, int successes, Supplier<RuntimeException> fault) {
        AtomicInteger left = new AtomicInteger(successes);
        faults.put(method, () -> left.getAndDecrement() > 0 ? Optional.empty() : Optional.of(fault.get()));
    }

    void repair() {
        faults.clear();
    }

    @Override
    public CredentialRepository repository() {
        CredentialRepository repository = storage.repository();
        return (CredentialRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CredentialRepository.class},
                (proxy, method, arguments) -> call(repository, method, arguments));
    }

    private Object call(CredentialRepository repository, Method method, Object[] arguments) throws Throwable {
        Optional<RuntimeException> fault =
                faults.getOrDefault(method.getName(), Optional::empty).get();
        if (fault.isPresent()) {
            throw fault.get();
        }
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public StorageMaintenance maintenance() {
        return storage.maintenance();
    }

    @Override
    public void ping() {
        storage.ping();
    }

    @Override
    public List<String> migrate() {
        return storage.migrate();
    }

    @Override
    public void close() {
        storage.close();
    }
}
