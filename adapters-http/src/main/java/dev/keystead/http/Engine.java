package dev.keystead.http;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up: where it listens, what it bears, and how it ends. */
final class Engine {
    private static final int HEADER_LIMIT = 16 * 1024;
    /** What is longer ends the connection; what is over the limit and shorter is answered. */
    private static final int READABLE_HEADERS_OF_HTTP2 = 4 * HEADER_LIMIT;
    /** For running requests, and for what is left of connections after them. */
    private static final Duration REQUESTS_TIMEOUT = Duration.ofSeconds(25);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    /** For accepting, selecting, and refusing what is too much. */
    private static final int SPARE_THREADS = 64;
    /** Connections that may wait to be accepted. Beyond Java's 50, a burst of them waits seconds for its repeated SYN. */
    private static final int ACCEPT_QUEUE = 1024;
    /** Nothing depends on the name that a client calls the server by; behind a proxy it may be none of the certificate's. */
    private static final boolean WITH_ANY_NAME = false;

    /** Where a line ends must not depend on who reads it. */
    private static final HttpCompliance NO_LINES_BUT_WITH_CR_LF =
            HttpCompliance.RFC9110.without("keystead", HttpCompliance.Violation.LF_HEADER_TERMINATION);

    private final EngineErrors errors = new EngineErrors();
    private final HttpConfig config;
    private final Timeouts timeouts;
    private final Arrivals arrivals;
    private final GracefulHandler requests = new GracefulHandler();
    private final Optional<Tls> tls;

    /**
     * Prepares a server.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if its certificate or private key cannot be used
     */
    Engine(HttpConfig config, Timeouts timeouts) {
        this.config = config;
        this.timeouts = timeouts;
        this.arrivals = new Arrivals(timeouts.head());
        this.tls = config.tls().map(Tls::new);
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
            server.insertHandler(new HeadLimit(HEADER_LIMIT));
            server.insertHandler(new Pace(timeouts, server.getScheduler()));
            server.insertHandler(arrivals);
            server.insertHandler(requests);
            server.insertHandler(new LastAnswers(requests::isShutdown));
            server.insertHandler(new UnreadBodies(timeouts.body(), server.getScheduler()));
            ObservedEngine observed = new ObservedEngine(config.observer());
            server.insertHandler(observed);
            server.setRequestLog(observed);
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
        });
    }

    /** Refuses new requests, on new connections too, and returns when no other is left, or after a while. */
    void finishRequests() {
        try {
            requests.shutdown().get(REQUESTS_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException left) {
            // those are cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One for each request that may be in progress: a full server still has threads to say so. They are made when they are needed. */
    private QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(config.limits().maxConcurrentRequests() + SPARE_THREADS);
        threads.setName("http");
        return threads;
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, protocols(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(timeouts.idle().toMillis());
        tls.ifPresent(used -> connector.addBean(used.watch(server.getScheduler(), timeouts.certificate())));
        connector.addEventListener(arrivals);
        connector.addEventListener(new Handshakes(timeouts.head(), server.getScheduler()));
        // What waits for a next request is closed by the arrivals; what is in a request may end it.
        connector.setShutdownIdleTimeout(-1);
        return connector;
    }

    private ConnectionFactory[] protocols(HttpConfiguration http) {
        HttpConnections http1 = new HttpConnections(http);
        if (tls.isEmpty()) {
            return new ConnectionFactory[] {http1};
        }
        http.addCustomizer(new SecureRequestCustomizer(WITH_ANY_NAME));
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        return new ConnectionFactory[] {
            new SslConnectionFactory(tls.get().context(), alpn.getProtocol()), alpn, http2(http), http1
        };
    }

    private static ConnectionFactory http2(HttpConfiguration http) {
        HttpConfiguration lenient = new HttpConfiguration(http);
        lenient.setRequestHeaderSize(READABLE_HEADERS_OF_HTTP2);
        HTTP2ServerConnectionFactory factory = new HTTP2ServerConnectionFactory(lenient);
        factory.setConnectProtocolEnabled(false); // nothing here is a tunnel (RFC 8441), whose body would never end
        return factory;
    }

    private static void limit(HttpConfiguration http) {
        http.setHttpCompliance(NO_LINES_BUT_WITH_CR_LF);
        http.setRequestHeaderSize(HEADER_LIMIT);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }
}
