package dev.keystead.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A response each piece of which must be taken in time; else the client is cut off. What is taken at once pays nothing. */
final class PacedResponse extends Response.Wrapper {
    private final Deadlines deadlines;
    private final Timeouts timeouts;
    private final ClientLink link;

    PacedResponse(Request request, Response response, Deadlines deadlines, Timeouts timeouts) {
        super(request, response);
        this.deadlines = deadlines;
        this.timeouts = timeouts;
        this.link = ClientLink.of(request);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer piece, Callback callback) {
        Duration limit = timeouts.writing(BufferUtil.length(piece));
        Write write = new Write(callback);
        super.write(last, piece, write);
        write.limitTo(limit);
    }

    private void giveUp() {
        link.cut("the client reads too slowly");
    }

    private final class Write extends Callback.Nested {
        private volatile boolean done;
        private volatile Deadlines.@Nullable Deadline deadline;

        Write(Callback callback) {
            super(callback);
        }

        void limitTo(Duration limit) {
            if (!done) {
                deadline = deadlines.in(limit, PacedResponse.this::giveUp);
            }
            if (done) {
                callOff();
            }
        }

        @Override
        public void succeeded() {
            end();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            super.failed(failure);
        }

        private void end() {
            done = true;
            callOff();
        }

        private void callOff() {
            Deadlines.Deadline set = deadline;
            if (set != null) {
                set.callOff();
            }
        }
    }
}
