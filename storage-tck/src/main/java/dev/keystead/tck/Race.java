package dev.keystead.tck;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs one thing in several threads that begin together. */
final class Race {
    static final int RUNNERS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private Race() {}

    /** What each of the usual number of runners brought home, in the order of their numbers from 0. */
    static <R> List<Finish<R>> run(IntFunction<R> runner) {
        return run(RUNNERS, runner);
    }

    static <R> List<Finish<R>> run(int runners, IntFunction<R> runner) {
        CyclicBarrier start = new CyclicBarrier(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, SECONDS);
                    return runner.apply(number);
                }));
            }
            return running.stream().map(Race::finish).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> Finish<R> finish(Future<R> runner) {
        try {
            return new Finish<>(Optional.of(runner.get(PATIENCE_SECONDS, SECONDS)), Optional.empty());
        } catch (ExecutionException e) {
            return new Finish<>(Optional.empty(), Optional.ofNullable(e.getCause()));
        } catch (TimeoutException e) {
            throw new AssertionError("a call did not return within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while others ran", e);
        }
    }

    /** A result, or else a failure. */
    record Finish<R>(Optional<R> result, Optional<Throwable> failure) {}
}
