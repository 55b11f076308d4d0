package dev.keystead.http;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request on its way through the server, for its observer. Used by one thread after another. */
final class Trail {
    static final String ATTRIBUTE = Trail.class.getName();

    private volatile @Nullable String route;
    private volatile @Nullable Subject subject;
    private volatile @Nullable OrgId organization;
    private volatile @Nullable Long answeredAt;

    /** That of the request; one that nobody looks at if none follows it. */
    static Trail of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Trail trail ? trail : new Trail();
    }

    /** That of the request; one that nobody looks at if none follows it. */
    static Trail of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Trail trail ? trail : new Trail();
    }

    void meets(String endpoint) {
        route = endpoint;
    }

    void isOf(Subject caller) {
        subject = caller;
    }

    void asksFor(OrgId wanted) {
        organization = wanted;
    }

    /** The answer is written; what is done after it is none of its time. */
    void ends() {
        answeredAt = NanoTime.now();
    }

    /** How long the answer took that has ended, now at the latest. */
    Duration since(long beginNanoTime) {
        Long end = answeredAt;
        return Duration.ofNanos(NanoTime.elapsed(beginNanoTime, end == null ? NanoTime.now() : end));
    }

    RequestObserver.Answered answered(String id, String method, String path, int status, Duration duration) {
        return new RequestObserver.Answered(
                id,
                method,
                path,
                Optional.ofNullable(route),
                status,
                Optional.ofNullable(subject),
                Optional.ofNullable(organization),
                duration);
    }
}
