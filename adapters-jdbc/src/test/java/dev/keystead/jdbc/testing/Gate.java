package dev.keystead.jdbc.testing;

import java.util.function.BooleanSupplier;

/** Lets bytes pass while it is open. */
final class Gate {
    private boolean shut;

    synchronized void shut() {
        shut = true;
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    /** Lets those who wait look again whether they still have to. */
    synchronized void wake() {
        notifyAll();
    }

    /** Waits for the gate to be open, or for the end. */
    synchronized void pass(BooleanSupplier ended) {
        while (shut && !ended.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the threads of a proxy", e);
            }
        }
    }
}
