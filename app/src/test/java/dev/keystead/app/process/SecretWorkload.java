package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Clients that create secrets, replace them and read them all the time, at several servers in turn, and compare what they read with
 * what they wrote. Every request must succeed.
 */
public final class SecretWorkload implements AutoCloseable {
    private static final int WRITERS = 4;
    private static final int READERS = 4;
    /** In milliseconds; without it the clients would take the processors from what is tested, and from other tests. */
    private static final int PAUSE = 20;

    private final ExecutorService clients = Executors.newFixedThreadPool(WRITERS + READERS);
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<SecretApi> servers = List.of();
    private volatile boolean stopped;

    /**
     * Prepares the clients.
     *
     * @param stored what is stored already, by id
     */
    public SecretWorkload(Map<String, String> stored) {
        secrets.putAll(stored);
        ids.addAll(stored.keySet());
    }

    /** Begins, or goes on, at these servers. */
    public void start(String token, String... addresses) {
        boolean begun = !servers.isEmpty();
        servers = List.of(addresses).stream()
                .map(address -> new SecretApi(address, token))
                .toList();
        if (!begun) {
            for (int client = 0; client < WRITERS; client++) {
                clients.execute(() -> untilStopped(this::write));
            }
            for (int client = 0; client < READERS; client++) {
                Random random = new Random(client);
                clients.execute(() -> untilStopped(() -> read(random)));
            }
        }
    }

    /** Lets the clients finish what they are at; what they did is printed. */
    public void stop(String what) throws InterruptedException {
        stopped = true;
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        System.out.printf(
                "%s: %d writes, %d resolves of %d secrets, %d failures%n",
                what, writes.get(), reads.get(), secrets.size(), failures.size());
        assertThat(failures).isEmpty();
        assertThat(writes).hasPositiveValue();
        assertThat(reads).hasPositiveValue();
    }

    /** Reads every secret, at these servers in turn, and compares it; how many there are. */
    public int readAll(String token, String... addresses) throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<SecretApi> all = Stream.of(addresses)
                .map(address -> new SecretApi(address, token))
                .toList();
        secrets.forEach((id, secret) -> {
            SecretApi server = all.get(turn.getAndIncrement() % all.size());
            readers.execute(() -> attempt(() -> expect(secret, server.resolve(id))));
        });
        readers.shutdown();
        assertThat(readers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
        return secrets.size();
    }

    @Override
    public void close() {
        stopped = true;
        clients.shutdownNow();
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private void untilStopped(Step step) {
        while (!stopped) {
            attempt(step);
            attempt(() -> TimeUnit.MILLISECONDS.sleep(PAUSE));
        }
    }

    private void attempt(Step step) {
        try {
            step.take();
        } catch (IOException | IllegalStateException failure) {
            failures.add(failure.toString());
        } catch (InterruptedException ending) {
            stopped = true;
        }
    }

    private void write() throws IOException, InterruptedException {
        String name = "n-" + names.incrementAndGet();
        String id = next().create(name, "first-of-" + name);
        expect("first-of-" + name, next().resolve(id));
        next().update(id, "second-of-" + name);
        expect("second-of-" + name, next().resolve(id));
        secrets.put(id, "second-of-" + name);
        ids.add(id);
        writes.addAndGet(2);
        reads.addAndGet(2);
    }

    private void read(Random random) throws IOException, InterruptedException {
        if (ids.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(1);
            return;
        }
        String id = ids.get(random.nextInt(ids.size()));
        expect(secrets.get(id), next().resolve(id));
        reads.incrementAndGet();
    }

    private void expect(String expected, String found) {
        if (!found.equals(expected)) {
            failures.add("expected " + expected + ", found " + found);
        }
    }

    private SecretApi next() {
        List<SecretApi> all = servers;
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }
}
