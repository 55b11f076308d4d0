package dev.keystead.http;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Identity;
import io.javalin.http.Context;

/** Finds out who calls, and lets in who has not called too often. */
final class Callers {
    private final Authentication authentication;
    private final RateLimit rateLimit;

    Callers(Authentication authentication, RateLimit rateLimit) {
        this.authentication = authentication;
        this.rateLimit = rateLimit;
    }

    /** The caller of a request; its token comes before the limit, which knows subjects alone. */
    Caller of(Context context) {
        Identity identity = authentication.identify(context.req());
        Trail.of(context.req()).isOf(identity.subject());
        rateLimit.count(identity.subject());
        return Caller.of(identity, CommonHeaders.requestId(context));
    }
}
