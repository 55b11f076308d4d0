package dev.keystead.http;

import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.KeysteadException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders everything that goes wrong; the only place where a kind of error becomes a status. */
final class ProblemResponses {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final String RETRY_SECONDS = "1";

    private ProblemResponses() {}

    static void onException(Exception failure, Context context) {
        Problem problem = problemOf(failure);
        if (problem.status() >= Problem.Type.INTERNAL_ERROR.status()) {
            log(problem, CommonHeaders.requestId(context).value(), failure);
        }
        problem.headers().forEach(context.res()::setHeader);
        context.status(problem.status())
                .contentType(CONTENT_TYPE)
                .result(Json.bytes(problem.body(CommonHeaders.requestId(context).value())));
    }

    /** For errors of the virtual machine, which Javalin keeps apart; the common headers are set already. */
    static void onError(HttpServletResponse response, Error error) {
        String requestId = Objects.requireNonNullElse(response.getHeader(CommonHeaders.REQUEST_ID), "");
        Problem problem = internalError();
        log(problem, requestId, error);
        try {
            if (!response.isCommitted()) {
                response.setStatus(problem.status());
                response.setContentType(CONTENT_TYPE);
                response.getOutputStream().write(Json.bytes(problem.body(requestId)));
            }
        } catch (IOException clientGone) {
            LOG.debug("request {}: the client is gone", requestId, clientGone);
        }
    }

    static Problem unavailable(String detail) {
        return Problem.of(Problem.Type.UNAVAILABLE, detail).with("Retry-After", RETRY_SECONDS);
    }

    static Problem internalError() {
        return Problem.of(
                Problem.Type.INTERNAL_ERROR, "an internal error; its cause is in the log under the request id");
    }

    private static Problem problemOf(Exception failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof InvalidMemberException invalid) {
            Violations violations = new Violations();
            invalid.violations()
                    .forEach(violation ->
                            violations.member(WireNames.pointerTo(violation.member()), violation.problem()));
            return violations.asException().problem();
        }
        if (failure instanceof KeysteadException known) {
            return problemOf(known.kind(), known.getMessage());
        }
        if (failure instanceof HttpResponseException ofJavalin) {
            return EngineErrors.problemOf(ofJavalin.getStatus());
        }
        return internalError();
    }

    private static Problem problemOf(ErrorKind kind, String message) {
        return switch (kind) {
            case INVALID -> Problem.of(Problem.Type.INVALID_REQUEST, message);
            case UNAUTHENTICATED -> Challenges.invalidToken(message);
            case FORBIDDEN -> Challenges.insufficientScope(message);
            case NOT_FOUND -> Problem.of(Problem.Type.NOT_FOUND, message);
            case PRECONDITION_FAILED -> Problem.of(Problem.Type.PRECONDITION_FAILED, message);
            case IDEMPOTENCY_MISMATCH -> Problem.of(Problem.Type.IDEMPOTENCY_MISMATCH, message);
            case UNAVAILABLE -> unavailable(message);
            case INTERNAL -> internalError();
        };
    }

    private static void log(Problem problem, String requestId, Throwable failure) {
        if (problem.type() == Problem.Type.UNAVAILABLE) {
            LOG.warn("request {}: {}", requestId, problem.detail(), failure.getCause()); // our own message says all
        } else {
            LOG.error("request {} ended with status {}", requestId, problem.status(), failure);
        }
    }
}
