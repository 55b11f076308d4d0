package dev.keystead.http;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request on its way through the server, for its observer. Used by one thread after another. */
final class Trail {
    static final String ATTRIBUTE = Trail.class.getName();

    private volatile @Nullable String route;
    private volatile @Nullable Subject subject;
    private volatile @Nullable OrgId organization;

    /** That of the request; one that nobody looks at if none follows it. */
    static Trail of(HttpServletRequest request) {
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
