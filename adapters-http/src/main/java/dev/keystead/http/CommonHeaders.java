package dev.keystead.http;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.RequestId;
import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every response carries, whoever makes it. */
final class CommonHeaders {
    static final String REQUEST_ID = "X-Request-Id";
    static final Map<String, String> FIXED = Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    private CommonHeaders() {}

    static void set(Context context) {
        context.res().setHeader(REQUEST_ID, requestId(context).value());
        FIXED.forEach(context.res()::setHeader);
    }

    /** The id of the request that the context belongs to; the same at every call. */
    static RequestId requestId(Context context) {
        RequestId known = context.attribute(REQUEST_ID);
        if (known != null) {
            return known;
        }
        RequestId id = requestId(context.req().getHeader(REQUEST_ID));
        context.attribute(REQUEST_ID, id);
        return id;
    }

    /** The client's id if it is well-formed, else a new one. */
    static RequestId requestId(@Nullable String fromClient) {
        if (fromClient != null) {
            try {
                return new RequestId(fromClient);
            } catch (InvalidValueException malformed) {
                return newId();
            }
        }
        return newId();
    }

    private static RequestId newId() {
        return new RequestId(UUID.randomUUID().toString());
    }
}
