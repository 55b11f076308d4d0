package dev.keystead.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a client still sends after its request was answered, up to a limit and without holding a thread. The engine would close
 * the connection, and a client in the middle of sending would see it broken and never read the answer (RFC 9112, 9.6).
 */
final class UnreadBodies extends Handler.Wrapper {
    private static final int LIMIT = 1024 * 1024;
    /** What brings little or nothing may be looked at only so often: each look counts as much as that. */
    private static final int LEAST = 1024;

    private final Duration patience;
    private final Scheduler scheduler;

    /**
     * Makes the handler.
     *
     * @param patience for how long the rest of a body is waited for
     */
    UnreadBodies(Duration patience, Scheduler scheduler) {
        this.patience = patience;
        this.scheduler = scheduler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().contains(HttpHeader.EXPECT) || HttpMethod.CONNECT.is(request.getMethod())) {
            // To read would ask a client that waits for leave to send what is not wanted; what follows a CONNECT is no
            // body and does not end.
            return super.handle(request, response, callback);
        }
        return super.handle(new LeftUnread(request), response, new Drain(request, response, callback, this::cutLater));
    }

    /** Cuts the client off unless the task is cancelled before: it has its answer, and does not send what it began. */
    private Scheduler.Task cutLater(Request request) {
        ClientLink link = ClientLink.of(request);
        return scheduler.schedule(
                () -> link.cut("the client sends too slowly"), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Keeps the engine from giving up the connection for a body that has not arrived yet. */
    private static final class LeftUnread extends Request.Wrapper {
        LeftUnread(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    private static final class Drain extends Callback.Nested implements Runnable {
        private final Request request;
        private final Response response;
        private final Function<Request, Scheduler.Task> deadline;
        private Scheduler.@Nullable Task running;
        private int left = LIMIT;

        Drain(Request request, Response response, Callback answered, Function<Request, Scheduler.Task> deadline) {
            super(answered);
            this.request = request;
            this.response = response;
            this.deadline = deadline;
        }

        @Override
        public void succeeded() {
            Trail.of(request).ends();
            if (response.getHeaders().contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString())) {
                super.succeeded(); // the client was told that nobody listens any more
            } else {
                run();
            }
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                left -= Math.max(LEAST, chunk.remaining());
                chunk.release();
                if (chunk.isLast() || left < 0 || Content.Chunk.isFailure(chunk)) {
                    end();
                    return;
                }
            }
            left -= LEAST;
            if (left < 0) {
                end();
                return;
            }
            if (running == null) {
                running = deadline.apply(request);
            }
            request.demand(this);
        }

        private void end() {
            if (running != null) {
                running.cancel();
            }
            super.succeeded();
        }
    }
}
