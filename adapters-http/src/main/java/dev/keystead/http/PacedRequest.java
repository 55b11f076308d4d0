package dev.keystead.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** A request whose body must arrive in time; else reading it fails. Who never waits for the body pays nothing. */
final class PacedRequest extends Request.Wrapper {
    private final Deadlines deadlines;
    private final Duration limit;
    private final AtomicReference<@Nullable Runnable> reader = new AtomicReference<>();
    private volatile Deadlines.@Nullable Deadline deadline;
    private volatile boolean late;

    PacedRequest(Request request, Deadlines deadlines, Duration limit) {
        super(request);
        this.deadlines = deadlines;
        this.limit = limit;
    }

    @Override
    public void demand(Runnable onContent) {
        if (deadline == null) {
            deadline = deadlines.in(limit, this::giveUp);
        }
        reader.set(onContent);
        super.demand(Invocable.from(Invocable.getInvocationType(onContent), this::wakeReader));
    }

    @Override
    public Content.@Nullable Chunk read() {
        return late ? Content.Chunk.from(new SlowBodyException(), true) : super.read();
    }

    /** The request has been answered. */
    void end() {
        Deadlines.Deadline set = deadline;
        if (set != null) {
            set.callOff();
        }
    }

    private void giveUp() {
        late = true;
        wakeReader();
    }

    /** Once for each demand, whoever comes first: content or the deadline. */
    private void wakeReader() {
        Runnable waiting = reader.getAndSet(null);
        if (waiting != null) {
            waiting.run();
        }
    }
}
