package dev.keystead.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends requests whose clients send their bodies or read their answers too slowly. Every byte puts an idle timeout off, so that a byte a
 * second would keep a connection for hours; these limits are put off by nothing.
 */
final class Pace extends Handler.Wrapper {
    private final Timeouts timeouts;
    private final Deadlines deadlines;

    Pace(Timeouts timeouts, Scheduler scheduler) {
        this.timeouts = timeouts;
        this.deadlines = new Deadlines(scheduler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        PacedRequest paced = new PacedRequest(request, deadlines, timeouts.body());
        return super.handle(
                paced, new PacedResponse(paced, response, deadlines, timeouts), Callback.from(paced::end, callback));
    }
}
