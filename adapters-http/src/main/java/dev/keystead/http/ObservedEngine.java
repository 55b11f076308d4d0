package dev.keystead.http;

import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every request of the engine followed, and its observer told of the end, which the engine tells to its log of requests. */
final class ObservedEngine extends Handler.Wrapper implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedEngine.class);

    /** The paths of requests that the engine could not read, and which it hands to nobody. */
    private static final Set<String> STAND_INS = Set.of("/badMessage", "/badRequest");

    private final RequestObserver observer;

    ObservedEngine(RequestObserver observer) {
        this.observer = observer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.setAttribute(Trail.ATTRIBUTE, new Trail());
        return super.handle(request, response, callback);
    }

    @Override
    public void log(Request request, Response response) {
        Trail trail = Trail.of(request);
        boolean unreadable = request.getAttribute(Trail.ATTRIBUTE) == null
                && STAND_INS.contains(request.getHttpURI().getPath());
        tell(
                observer,
                trail.answered(
                        Objects.requireNonNullElse(response.getHeaders().get(CommonHeaders.REQUEST_ID), ""),
                        unreadable ? "" : request.getMethod(),
                        unreadable
                                ? ""
                                : Objects.requireNonNullElse(
                                        request.getHttpURI().getPath(), ""),
                        response.getStatus(),
                        trail.since(request.getBeginNanoTime())));
    }

    /** Tells an observer, which may be anybody's. */
    static void tell(RequestObserver observer, RequestObserver.Answered answered) {
        try {
            observer.answered(answered);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("the observer of requests failed: {}", failure.getClass().getName());
        }
    }
}
