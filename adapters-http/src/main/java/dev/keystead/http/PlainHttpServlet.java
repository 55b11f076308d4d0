package dev.keystead.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hides from Javalin the header that would make another method of a request, past every filter before the server. */
final class PlainHttpServlet extends HttpServlet {
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private final transient HttpServlet javalin;

    PlainHttpServlet(HttpServlet javalin) {
        this.javalin = javalin;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        javalin.service(new WithoutOverride(request), response);
    }

    private static final class WithoutOverride extends HttpServletRequestWrapper {
        WithoutOverride(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return METHOD_OVERRIDE.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }
    }
}
