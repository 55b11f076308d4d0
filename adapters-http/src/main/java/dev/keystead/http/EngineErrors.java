package dev.keystead.http;

import dev.keystead.core.domain.RequestId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Gives the errors that the HTTP engine raises by itself (a malformed request line, too long headers) the form of all others. */
final class EngineErrors implements Request.Handler {
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status =
                request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer known ? known : response.getStatus();
        Problem problem = problemOf(status);
        RequestId requestId = requestId(request, response);
        response.setStatus(problem.status());
        response.getHeaders().put(CommonHeaders.REQUEST_ID, requestId.value());
        CommonHeaders.FIXED.forEach((name, value) -> response.getHeaders().put(name, value));
        problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemResponses.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem.body(requestId.value()))), callback);
        return true;
    }

    /** The problem for a status that the engine chose. */
    static Problem problemOf(int status) {
        return switch (status) {
            case 404 -> Problem.of(Problem.Type.NOT_FOUND, "no such path");
            case 405 -> Problem.of(Problem.Type.METHOD_NOT_ALLOWED, "no such method on this path");
            case 408 ->
                Problem.of(Problem.Type.INVALID_REQUEST, "the body took too long to arrive")
                        .as(status);
            case 413 -> Problem.of(Problem.Type.PAYLOAD_TOO_LARGE, "the body is too large");
            case 414 -> Problem.of(Problem.Type.URI_TOO_LONG, "the request target is too long");
            case 415 -> Problem.of(Problem.Type.UNSUPPORTED_MEDIA_TYPE, "the media type is not supported");
            case 431 -> Problem.of(Problem.Type.HEADERS_TOO_LARGE, "the headers are too large");
            case 501, 505 ->
                Problem.of(Problem.Type.INVALID_REQUEST, "the request is not of a supported version of HTTP")
                        .as(status);
            case 503 -> ProblemResponses.unavailable("the server is shutting down or full");
            default ->
                status >= FIRST_SERVER_ERROR
                        ? ProblemResponses.internalError().as(status)
                        : Problem.of(Problem.Type.INVALID_REQUEST, "the request is not well-formed HTTP")
                                .as(status);
        };
    }

    private static RequestId requestId(Request request, Response response) {
        String chosen = response.getHeaders().get(CommonHeaders.REQUEST_ID);
        return CommonHeaders.requestId(
                chosen != null ? chosen : request.getHeaders().get(CommonHeaders.REQUEST_ID));
    }
}
