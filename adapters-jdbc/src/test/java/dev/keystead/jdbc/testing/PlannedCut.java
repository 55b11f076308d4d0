package dev.keystead.jdbc.testing;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the connection is to be cut that sends a text next.
 *
 * @param text what to wait for
 * @param moment on which side of the server's work
 */
record PlannedCut(String text, Moment moment) {
    static final PlannedCut NONE = new PlannedCut("", Moment.NEVER);

    /** When to cut the connection that sends this. A plan is carried out once. */
    static Moment take(AtomicReference<PlannedCut> planned, String sent) {
        PlannedCut plan = planned.get();
        return sent.contains(plan.text) && planned.compareAndSet(plan, NONE) ? plan.moment : Moment.NEVER;
    }

    /** On which side of the server's work a connection is cut. */
    enum Moment {
        NEVER,
        BEFORE,
        AFTER
    }
}
