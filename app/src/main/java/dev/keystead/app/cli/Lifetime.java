package dev.keystead.app.cli;

import dev.keystead.app.wiring.Server;

/** How long servers run. */
@FunctionalInterface
public interface Lifetime {

    /**
     * Returns when the server is no longer wanted; by then it is closed, or will be before the process ends.
     *
     * @param ready to be run as soon as the server can be ended in an orderly way
     */
    void of(Server server, Runnable ready);
}
