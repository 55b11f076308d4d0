package dev.keystead.app.wiring;

/** Finds out when another ten thousand are full, so that long work says how far it is. Not safe for use by many threads. */
public final class Milestones {
    private static final long EVERY = 10_000;

    private long passed;

    /** True if one was reached since it was asked last. */
    public boolean isReachedBy(long count) {
        boolean reached = count / EVERY > passed;
        passed = count / EVERY;
        return reached;
    }
}
