package dev.keystead.jose;

import dev.keystead.core.domain.UnavailableException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the keys from a publication and keeps them fresh in the background, by a thread of its own that does not keep a process alive.
 * Requests go on with the keys there are; they wait for a fetch in two cases alone, and never for long: if a token names an unknown key,
 * and if nobody has looked for most of a minute.
 */
final class RemoteKeySource implements KeySource {
    /** A quarter of the requests that a server takes at once by default. */
    private static final int MOST_WAITING = 64;

    private final PublishedKeys published;
    private final Clock clock;
    private final RefreshPace pace;
    private final FetchBudget lookups;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(RemoteKeySource::daemon);
    private CompletableFuture<Void> fetch = CompletableFuture.completedFuture(null); // the one that runs, or ran last

    private RemoteKeySource(KeyPublication publication, Clock clock, RefreshPace pace) {
        this.published = new PublishedKeys(publication, clock, pace.outage());
        this.clock = clock;
        this.pace = pace;
        this.lookups = new FetchBudget(pace.lookup());
    }

    /** Begins with a fetch, and waits for it as long as a request would; then goes on until it is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is dealt with where it happens
    static RemoteKeySource start(KeyPublication publication, Clock clock, RefreshPace pace) {
        RemoteKeySource source = new RemoteKeySource(publication, clock, pace);
        source.fetch();
        source.awaitFetch();
        source.thread.scheduleWithFixedDelay(
                source::fetchIfDue, pace.tick().toMillis(), pace.tick().toMillis(), TimeUnit.MILLISECONDS);
        return source;
    }

    @Override
    public VerificationKeys current() {
        if (published.isOlderThan(pace.stale(), clock.instant())) {
            fetch();
            awaitFetch();
        }
        return published
                .at(clock.instant())
                .orElseThrow(() -> new UnavailableException("the keys that verify tokens are out of reach"));
    }

    /**
     * In an outage there is no look: it would let every forged token hold a thread, and one is taken every few seconds anyway. Nor is there
     * one while many others look, since a key server may be slow as well.
     */
    @Override
    public VerificationKeys lookingFor(String keyId) {
        if (!published.isOutage() && waiting.tryAcquire()) {
            try {
                look(keyId);
            } finally {
                waiting.release();
            }
        }
        return current();
    }

    private void look(String keyId) {
        long until = System.nanoTime() + pace.patience().toNanos();
        awaitFetch(until); // one that runs may bring the key; if not, it may have begun before the key was published
        if (!current().knows(keyId)) {
            fetchWithinBudget();
            awaitFetch(until);
        }
    }

    @Override
    public boolean isReady() {
        return published.at(clock.instant()).isPresent();
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
    }

    private void fetchIfDue() {
        if (published.isOutage() || published.isOlderThan(pace.refresh(), clock.instant())) {
            fetch();
        }
    }

    /** Begins a fetch, unless one runs. */
    private synchronized void fetch() {
        if (fetch.isDone() && !thread.isShutdown()) {
            fetch = CompletableFuture.runAsync(published::load, thread);
        }
    }

    private synchronized void fetchWithinBudget() {
        if (fetch.isDone() && lookups.take(clock.instant())) {
            fetch();
        }
    }

    private synchronized CompletableFuture<Void> lastFetch() {
        return fetch;
    }

    private void awaitFetch() {
        awaitFetch(System.nanoTime() + pace.patience().toNanos());
    }

    /** Waits until no fetch runs that was begun before, but not for long. */
    private void awaitFetch(long until) {
        try {
            lastFetch().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // goes on with the keys there are
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "token-keys");
        thread.setDaemon(true);
        return thread;
    }
}
