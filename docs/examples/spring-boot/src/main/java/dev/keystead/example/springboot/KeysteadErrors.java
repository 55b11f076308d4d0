package dev.keystead.example.springboot;

import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.KeysteadException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what Keystead refuses; its messages are fit for the caller. */
@RestControllerAdvice
class KeysteadErrors {

    @ExceptionHandler(KeysteadException.class)
    ProblemDetail refused(KeysteadException refusal) {
        return ProblemDetail.forStatusAndDetail(statusOf(refusal.kind()), refusal.getMessage());
    }

    private static HttpStatus statusOf(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case PRECONDITION_FAILED, IDEMPOTENCY_MISMATCH -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
