package dev.keystead.http;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Subject;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told of every request that was answered, refusals included that no endpoint saw, such as those of a full server or of malformed HTTP: once,
 * after the answer was written or cut. Called on the request's thread: it must be quick, and safe for use by many threads. What it throws is
 * logged and harms nobody.
 */
@FunctionalInterface
public interface RequestObserver {
    /** Notes nothing. */
    RequestObserver NONE = request -> {};

    /** The request has been answered. */
    void answered(Answered request);

    /**
     * A request and how it ended.
     *
     * @param id the request id of its answer
     * @param method as the client sent it, which may be any word; empty if the request could not be read
     * @param path as the client sent it, without the query; it may hold anything; empty if the request could not be read
     * @param route the path of the endpoint that it met; empty if it met none
     * @param status of the answer
     * @param subject who asked; empty if no good token came with it
     * @param organization which it asked for; empty if it was refused before that was known to be well-formed
     * @param duration from its first byte to the end of the answer, without what came of a refused body after it
     */
    record Answered(
            String id,
            String method,
            String path,
            Optional<String> route,
            int status,
            Optional<Subject> subject,
            Optional<OrgId> organization,
            Duration duration) {}
}
