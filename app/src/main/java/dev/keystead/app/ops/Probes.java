package dev.keystead.app.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the probes of an orchestrator or a load balancer, and what collects metrics, in plain text. */
final class Probes extends Handler.Abstract {
    private static final String PLAIN_TEXT = "text/plain;charset=utf-8";

    private final Map<String, Supplier<Answer>> paths;

    /**
     * Makes the handler.
     *
     * @param metrics in the form of Prometheus, asked for at each request
     */
    Probes(Readiness readiness, Supplier<String> metrics) {
        this.paths = Map.of(
                "/healthz", () -> text(HttpStatus.OK_200, "ok"),
                "/readyz", () -> readiness(readiness.problems()),
                "/metrics", () -> new Answer(HttpStatus.OK_200, Metrics.CONTENT_TYPE, metrics.get()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Supplier<Answer> path = paths.get(Request.getPathInContext(request));
        if (path == null) {
            return send(text(HttpStatus.NOT_FOUND_404, "no such path"), response, callback);
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return send(text(HttpStatus.METHOD_NOT_ALLOWED_405, "use GET"), response, callback);
        }
        return send(path.get(), response, callback);
    }

    /** Answers what the engine refuses by itself, in the form of all others. */
    boolean error(Request request, Response response, Callback callback) {
        boolean ours = HttpStatus.isServerError(response.getStatus());
        String line = ours ? "an internal error" : "the request is not well-formed";
        return send(text(response.getStatus(), line), response, callback);
    }

    private static Answer readiness(List<String> problems) {
        return problems.isEmpty()
                ? text(HttpStatus.OK_200, "ok")
                : text(HttpStatus.SERVICE_UNAVAILABLE_503, String.join("\n", problems));
    }

    private static Answer text(int status, String line) {
        return new Answer(status, PLAIN_TEXT, line + "\n");
    }

    private static boolean send(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // One answer a connection: nobody's requests queue up behind each other and keep a probe waiting.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(answer.text.getBytes(UTF_8)), callback);
        return true;
    }

    private record Answer(int status, String type, String text) {}
}
