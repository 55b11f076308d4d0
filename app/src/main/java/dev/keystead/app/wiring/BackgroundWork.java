package dev.keystead.app.wiring;

import dev.keystead.core.domain.KeysteadException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on beside the requests of a server, part by part, on a thread of its own. Safe for use by many threads. */
final class BackgroundWork implements AutoCloseable {
    private static final Duration LONGEST_PART = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Function<Closing, Duration> work;
    private final Duration first;
    private final Closing closing = new Closing();
    private final Thread thread;

    /**
     * Prepares the work.
     *
     * @param name of the thread, and for the log
     * @param first how long to wait for the first part
     * @param work does one part and says how long to wait for the next; throws nothing
     */
    BackgroundWork(String name, Duration first, Function<Closing, Duration> work) {
        this.work = work;
        this.first = first;
        this.thread = new Thread(this::runUntilClosed, name);
    }

    void start() {
        thread.start();
    }

    /**
     * Lets the part that runs end, so that no transaction is left behind, and begins no other. The thread is not interrupted: H2 closes its
     * file when a thread that reads it is.
     */
    @Override
    public void close() {
        closing.begin();
        try {
            thread.join(LONGEST_PART.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} has not ended yet", thread.getName());
        }
    }

    /** What a failure may be logged as, in one line: the text of what an adapter, which may be anybody's, throws may quote values. */
    static String reason(Throwable failure) {
        return failure instanceof KeysteadException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
    }

    private void runUntilClosed() {
        Duration delay = first;
        while (!closing.beginsWithin(delay)) {
            delay = work.apply(closing);
        }
    }
}
