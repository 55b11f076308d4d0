package dev.keystead.app.ops;

import dev.keystead.http.RequestObserver;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import java.util.Set;

/** How many requests there were and how long they took, by method, endpoint and status. Safe for use by many threads. */
public final class RequestMetrics implements RequestObserver {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final MeterProvider<Timer> requests;

    public RequestMetrics(Metrics metrics) {
        this.requests = metrics.histogram("keystead.http.requests", "requests that were answered")
                .withRegistry(metrics.registry());
    }

    @Override
    public void answered(Answered request) {
        requests.withTags(
                        "method", METHODS.contains(request.method()) ? request.method() : "other",
                        "route", request.route().orElse("none"),
                        "status", String.valueOf(request.status()))
                .record(request.duration());
    }
}
