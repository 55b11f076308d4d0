package dev.keystead.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in reverse. Safe for use by many threads. */
final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    /** Remembers the thing if it is one that is closed. */
    void addIfCloseable(Object thing) {
        if (thing instanceof AutoCloseable resource) {
            add(resource);
        }
    }

    /** Closes all of them, whatever fails. Calling it again does nothing. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception | LinkageError failure) {
                LOG.warn("{} did not close", resource.getClass().getSimpleName(), failure);
            }
        }
    }
}
