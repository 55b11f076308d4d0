package dev.keystead.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes in what a client still sends after its request was answered, up to a limit and without holding a thread. The engine would close
 * the connection, and a client in the middle of sending would see it broken and never read the answer (RFC 9112, 9.6).
 */
final class UnreadBodies extends Handler.Wrapper {
    private static final int LIMIT = 1024 * 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // To read would ask a client that waits for leave to send what is not wanted.
            return super.handle(request, response, callback);
        }
        return super.handle(new LeftUnread(request), response, new Drain(request, response, callback));
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
        private int left = LIMIT;

        Drain(Request request, Response response, Callback answered) {
            super(answered);
            this.request = request;
            this.response = response;
        }

        @Override
        public void succeeded() {
            if (response.getHeaders().contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString())) {
                super.succeeded(); // the client was told that nobody listens any more
            } else {
                run();
            }
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                left -= chunk.remaining();
                chunk.release();
                if (chunk.isLast() || left < 0 || Content.Chunk.isFailure(chunk)) {
                    super.succeeded();
                    return;
                }
            }
            request.demand(this);
        }
    }
}
