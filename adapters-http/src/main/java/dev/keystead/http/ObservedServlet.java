package dev.keystead.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** Has every request of a servlet followed, in a server whose engine is another program's. */
final class ObservedServlet extends HttpServlet {
    private final transient Servlet endpoints;
    private final transient RequestObserver observer;

    ObservedServlet(Servlet endpoints, RequestObserver observer) {
        this.endpoints = endpoints;
        this.observer = observer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        Trail trail = new Trail();
        request.setAttribute(Trail.ATTRIBUTE, trail);
        try {
            endpoints.service(request, response);
        } finally {
            ObservedEngine.tell(
                    observer,
                    trail.answered(
                            Objects.requireNonNullElse(response.getHeader(CommonHeaders.REQUEST_ID), ""),
                            request.getMethod(),
                            request.getRequestURI(),
                            response.getStatus(),
                            Duration.ofNanos(System.nanoTime() - begin)));
        }
    }
}
