package dev.keystead.http;

import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests whose target or headers are too long. Over HTTP/1.1 the engine does so itself; over HTTP/2 it would end the connection, with all that
 * goes on beside, and say nothing.
 */
final class HeadLimit extends Handler.Wrapper {
    private static final int BESIDE_METHOD_AND_TARGET = "  HTTP/1.1\r\n".length();
    private static final int BESIDE_NAME_AND_VALUE = ": \r\n".length();

    private final int limit;

    /**
     * Makes the handler.
     *
     * @param limit in bytes, as HTTP/1.1 would need for them
     */
    HeadLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int ofLine = lengthOfLine(request);
        if (ofLine > limit) {
            Response.writeError(request, response, callback, HttpStatus.URI_TOO_LONG_414);
            return true;
        }
        if (ofLine + lengthOfHeaders(request) > limit) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static int lengthOfLine(Request request) {
        return request.getMethod().length()
                + Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), "")
                        .length()
                + BESIDE_METHOD_AND_TARGET;
    }

    private static int lengthOfHeaders(Request request) {
        int size = 0;
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            size += field.getName().length() + BESIDE_NAME_AND_VALUE + (value == null ? 0 : value.length());
        }
        return size;
    }
}
