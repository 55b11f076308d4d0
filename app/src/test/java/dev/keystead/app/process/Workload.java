package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Clients that create credentials without a pause while something goes wrong. Each credential has a name of its own, which is its
 * idempotency key as well; a request that fails is repeated, at the next server if there are several, until it succeeds.
 */
final class Workload implements AutoCloseable {
    private static final int WRITERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 20;

    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicLong slowestUnavailable = new AtomicLong();
    private volatile List<Api> servers;
    private volatile boolean stopped;

    private Workload(List<Api> servers) {
        this.servers = servers;
    }

    /** Begins to write. */
    static Workload on(ServerProcess... servers) {
        Workload workload = new Workload(apis(servers));
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            workload.writers.execute(() -> workload.write(number));
        }
        return workload;
    }

    /** Goes on at other servers, with the requests that were not answered too. */
    void moveTo(ServerProcess... others) {
        servers = apis(others);
    }

    /** Waits until so many more are acknowledged, and returns how long that took. */
    Duration awaitMore(int count) throws InterruptedException {
        long start = System.nanoTime();
        int goal = acknowledged.size() + count;
        await(() -> acknowledged.size() >= goal);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits until so many more requests were answered with 503. */
    void awaitUnavailable(int count) throws InterruptedException {
        int goal = unavailable.get() + count;
        await(() -> unavailable.get() >= goal);
    }

    /** The longest that a client waited for a 503. */
    Duration slowestUnavailable() {
        return Duration.ofNanos(slowestUnavailable.get());
    }

    /** The names that were acknowledged, and their ids. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** Lets the clients finish what they are at. */
    void stop() throws InterruptedException {
        stopped = true;
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unexpected).isEmpty();
    }

    @Override
    public void close() {
        stopped = true;
        writers.shutdownNow();
    }

    private void write(int writer) {
        int at = writer;
        String name = nextName();
        while (!stopped) {
            if (isWritten(servers.get(at % servers.size()), name)) {
                name = nextName();
            } else {
                at++;
                pause();
            }
        }
    }

    private String nextName() {
        return "n-" + names.incrementAndGet();
    }

    private boolean isWritten(Api server, String name) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = server.create(name, name);
            if (answer.statusCode() == 200) {
                acknowledged.put(name, Api.idIn(answer));
                return true;
            }
            if (answer.statusCode() == 503) {
                slowestUnavailable.accumulateAndGet(System.nanoTime() - start, Math::max);
                unavailable.incrementAndGet();
            } else {
                unexpected.add(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException unanswered) {
            return false;
        } catch (InterruptedException ending) {
            stopped = true;
        }
        return false;
    }

    private static List<Api> apis(ServerProcess... servers) {
        return List.of(servers).stream().map(Api::new).toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the clients' patience").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
