package dev.keystead.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import jakarta.servlet.Servlet;
import kotlin.LazyKt;

/** Sets Javalin up as the wire contract needs it. */
final class HttpServer {
    private HttpServer() {}

    static Javalin create(Engine engine, CredentialRoutes routes, DocumentRoutes documents) {
        return Javalin.create(javalin -> {
            configure(javalin);
            engine.configure(javalin.jetty);
            routes.register(javalin.routes);
            documents.register(javalin.routes);
        });
    }

    /** The same without an engine, to be a servlet of another server. */
    static Servlet servlet(CredentialRoutes routes, RequestObserver observer) {
        return new ObservedServlet(
                Javalin.create(javalin -> {
                            configure(javalin);
                            routes.register(javalin.routes);
                        })
                        .javalinServlet(),
                observer);
    }

    private static void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.router.ignoreTrailingSlashes = false;
        javalin.router.treatMultipleSlashesAsSingleSlash = true;
        javalin.router.javaLangErrorHandler(ProblemResponses::onError);
        // Without WebSockets: their servlet answers by itself, with a session, whoever sends a header of theirs.
        javalin.unsafe.servlet =
                LazyKt.lazy(() -> new ServletEntry(null, new PlainHttpServlet(new JavalinServlet(javalin.unsafe))));
        // Compressed next to what a caller can choose, a secret's length would show (BREACH).
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
    }
}
