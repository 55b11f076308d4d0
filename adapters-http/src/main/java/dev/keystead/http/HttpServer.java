package dev.keystead.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import kotlin.LazyKt;

/** Sets Javalin up as the wire contract needs it. */
final class HttpServer {
    private HttpServer() {}

    static Javalin create(HttpConfig config, Timeouts timeouts, CredentialRoutes routes) {
        return Javalin.create(javalin -> {
            configure(javalin);
            new Engine(config, timeouts).configure(javalin.jetty);
            routes.register(javalin.routes);
        });
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
