package dev.keystead.http;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.inmemory.InMemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A storage in memory whose lists wait until they are let go, or have no end. */
final class HeldRepository {
    private static final int FIRST_ID = 1_000_000_000;

    private final CredentialRepository storage = new InMemoryStorage().repository();
    private final Semaphore arrived = new Semaphore(0);
    private final AtomicInteger ids = new AtomicInteger(FIRST_ID);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean endless;

    /** From now on lists wait. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets go the lists that wait and those to come. */
    void letGo() {
        gate.countDown();
    }

    /** From now on lists have no end. */
    void makeEndless() {
        endless = true;
    }

    /** From now on they have one. */
    void makeFinite() {
        endless = false;
    }

    /** Returns once so many more lists have been asked for. */
    void awaitLists(int count) throws InterruptedException {
        if (!arrived.tryAcquire(count, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + arrived.availablePermits() + " lists of " + count);
        }
    }

    CredentialRepository repository() {
        return (CredentialRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CredentialRepository.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof ListQuery query) {
                        arrived.release();
                        gate.await();
                        if (endless) {
                            return page(query.limit());
                        }
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<CredentialSummary> page(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new CredentialSummary(
                        new CredentialId(Integer.toString(ids.incrementAndGet())),
                        CloudType.AWS,
                        new CredentialName("one of many"),
                        Comments.NONE,
                        Usage.NEVER))
                .toList();
    }
}
