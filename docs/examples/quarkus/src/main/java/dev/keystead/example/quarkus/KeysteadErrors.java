package dev.keystead.example.quarkus;

import dev.keystead.core.domain.KeysteadException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells what Keystead refuses; its messages are fit for the caller. */
@Provider
public class KeysteadErrors implements ExceptionMapper<KeysteadException> {
    @Override
    public Response toResponse(KeysteadException refusal) {
        int status = switch (refusal.kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case PRECONDITION_FAILED, IDEMPOTENCY_MISMATCH -> 409;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
        return Response.status(status).entity(refusal.getMessage()).build();
    }
}
