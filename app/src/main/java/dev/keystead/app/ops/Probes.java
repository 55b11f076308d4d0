package dev.keystead.app.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the probes of an orchestrator or a load balancer in plain text. */
final class Probes extends Handler.Abstract {
    private final Readiness readiness;

    Probes(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.equals("/healthz") && !path.equals("/readyz")) {
            return answer(response, callback, HttpStatus.NOT_FOUND_404, "no such path");
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return answer(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "use GET");
        }
        List<String> problems = path.equals("/readyz") ? readiness.problems() : List.of();
        return problems.isEmpty()
                ? answer(response, callback, HttpStatus.OK_200, "ok")
                : answer(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, String.join("\n", problems));
    }

    private static boolean answer(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap((text + "\n").getBytes(UTF_8)), callback);
        return true;
    }
}
