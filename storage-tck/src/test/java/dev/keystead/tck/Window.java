package dev.keystead.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The gap between a check and the act, through which another thread slips. Only where there are others: a test alone never waits. */
final class Window {
    private static final Duration WIDE_ENOUGH = Duration.ofMillis(5);
    private final Thread maker = Thread.currentThread();

    void open() {
        if (Thread.currentThread() != maker) {
            LockSupport.parkNanos(WIDE_ENOUGH.toNanos());
        }
    }
}
