package dev.keystead.app.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests without a pause while keys change: half of them with one old token, the others each with a new one. */
final class TokenTraffic implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicInteger withOldToken = new AtomicInteger();
    private final AtomicInteger withNewToken = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Bearer server;
    private volatile boolean stopped;

    private TokenTraffic(Bearer server) {
        this.server = server;
    }

    /** Begins to send. */
    static TokenTraffic on(Bearer server, String oldToken, NewTokens newTokens) {
        TokenTraffic traffic = new TokenTraffic(server);
        for (int client = 0; client < CLIENTS; client += 2) {
            traffic.clients.execute(() -> traffic.send(() -> oldToken, traffic.withOldToken));
            traffic.clients.execute(() -> traffic.send(newTokens, traffic.withNewToken));
        }
        return traffic;
    }

    /** Waits until so many more of either kind are answered, or one has failed. */
    void awaitMore(int count) throws InterruptedException {
        int oldGoal = withOldToken.get() + count;
        int newGoal = withNewToken.get() + count;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (failures.isEmpty() && (withOldToken.get() < oldGoal || withNewToken.get() < newGoal)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the requests take too long");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Lets the requests end that are on their way. */
    void stop() throws InterruptedException {
        stopped = true;
        clients.shutdown();
        if (!clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the requests do not end");
        }
    }

    int answered() {
        return withOldToken.get() + withNewToken.get();
    }

    /** What went wrong, a line each. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopped = true;
        clients.shutdownNow();
    }

    private void send(NewTokens tokens, AtomicInteger answered) {
        while (!stopped) {
            try {
                int status = server.list(tokens.next(), "acme");
                if (status != 200) {
                    failures.add("status " + status);
                }
                answered.incrementAndGet();
            } catch (IOException | RuntimeException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException ending) {
                stopped = true;
            }
        }
    }

    /** Where tokens come from. */
    @FunctionalInterface
    interface NewTokens {
        String next() throws IOException, InterruptedException;
    }
}
