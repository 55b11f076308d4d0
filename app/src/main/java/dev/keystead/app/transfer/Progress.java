package dev.keystead.app.transfer;

import java.util.function.Consumer;

/** Says every so often how far it is. */
final class Progress {
    /** After so many items. */
    static final int EVERY = 10_000;

    private final String what;
    private final Consumer<String> listener;

    /**
     * Makes a progress.
     *
     * @param what was done so far, such as {@code exported}
     * @param listener takes each line
     */
    Progress(String what, Consumer<String> listener) {
        this.what = what;
        this.listener = listener;
    }

    void after(Counts counts) {
        if (counts.items() % EVERY == 0) {
            listener.accept(what + " so far: " + counts);
        }
    }
}
