package dev.keystead.http;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up: where it listens, what it bears, and how it ends. */
final class Engine {
    private static final int HEADER_LIMIT = 16 * 1024;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    /** For accepting, selecting, and refusing what is too much. */
    private static final int SPARE_THREADS = 64;

    private final EngineErrors errors = new EngineErrors();
    private final HttpConfig config;
    private final Timeouts timeouts;
    private final Arrivals arrivals;

    Engine(HttpConfig config, Timeouts timeouts) {
        this.config = config;
        this.timeouts = timeouts;
        this.arrivals = new Arrivals(timeouts.head());
    }

    void configure(JettyConfig jetty) {
        jetty.threadPool = threads();
        jetty.modifyHttpConfiguration(Engine::limit);
        jetty.addConnector(this::connector);
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
        jetty.modifyServer(server -> {
            server.setErrorHandler(errors);
            // The last is the first that a request meets.
            server.insertHandler(new ConcurrencyLimit(config.limits().maxConcurrentRequests()));
            server.insertHandler(new Pace(timeouts, server.getScheduler()));
            server.insertHandler(arrivals);
            server.insertHandler(new GracefulHandler());
            server.insertHandler(new UnreadBodies());
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
        });
    }

    /** One for each request that may be in progress: a full server still has threads to say so. They are made when they are needed. */
    private QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(config.limits().maxConcurrentRequests() + SPARE_THREADS);
        threads.setName("http");
        return threads;
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnections(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(timeouts.idle().toMillis());
        connector.addEventListener(arrivals);
        // What waits for a next request is closed by the arrivals; what is in a request may end it.
        connector.setShutdownIdleTimeout(-1);
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_LIMIT);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }
}
