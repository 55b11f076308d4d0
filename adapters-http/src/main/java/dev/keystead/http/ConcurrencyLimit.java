package dev.keystead.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests beyond a number with 503, at once and without blocking. A request counts from the end of its headers to the end of its
 * answer. Jetty's QoSHandler is not used: without a queue, the one thing wanted here, a thread that ends a request while another is
 * refused may wait in it for ever (12.1.12).
 */
final class ConcurrencyLimit extends Handler.Wrapper {
    private final Semaphore permits;

    ConcurrencyLimit(int maxRequests) {
        permits = new Semaphore(maxRequests);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!permits.tryAcquire()) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        Permit permit = new Permit(callback);
        boolean handled = false;
        try {
            handled = super.handle(request, response, permit);
            return handled;
        } finally {
            if (!handled) {
                permit.release();
            }
        }
    }

    /** Given back before the engine learns that the request has ended, and with that before the next one of its connection. */
    private final class Permit extends Callback.Nested {
        private final AtomicBoolean held = new AtomicBoolean(true);

        Permit(Callback callback) {
            super(callback);
        }

        void release() {
            if (held.compareAndSet(true, false)) {
                permits.release();
            }
        }

        @Override
        public void succeeded() {
            release();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            release();
            super.failed(failure);
        }
    }
}
