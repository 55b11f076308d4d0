package dev.keystead.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import java.time.Duration;
import kotlin.LazyKt;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Sets Javalin and Jetty up as the wire contract needs them. */
final class HttpServer {
    private static final int HEADER_LIMIT = 16 * 1024;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private HttpServer() {}

    static Javalin create(HttpConfig config, CredentialRoutes routes) {
        return Javalin.create(javalin -> {
            configureJavalin(javalin);
            configureJetty(javalin, config);
            routes.register(javalin.routes);
        });
    }

    private static void configureJavalin(JavalinConfig javalin) {
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

    private static void configureJetty(JavalinConfig javalin, HttpConfig config) {
        EngineErrors engineErrors = new EngineErrors();
        javalin.jetty.addConnector((server, http) -> connector(config, server, http));
        javalin.jetty.modifyHttpConfiguration(HttpServer::limit);
        javalin.jetty.modifyServletContextHandler(context -> context.setErrorHandler(engineErrors));
        javalin.jetty.modifyServer(server -> {
            server.setErrorHandler(engineErrors);
            server.insertHandler(new GracefulHandler());
            server.insertHandler(new UnreadBodies());
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
        });
    }

    private static Connector connector(HttpConfig config, Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnections(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_LIMIT);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }
}
