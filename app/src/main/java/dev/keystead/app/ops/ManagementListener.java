package dev.keystead.app.ops;

import dev.keystead.app.config.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers {@code /healthz}, {@code /readyz} and {@code /metrics} over plain HTTP, on an address of its own that callers of the API need not reach. Safe for
 * use by many threads.
 */
public final class ManagementListener implements AutoCloseable {
    private static final int THREADS = 8;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    private final Server server;
    private final Address address;

    private ManagementListener(Server server, Address address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Begins to listen.
     *
     * @param metrics in the form of Prometheus, asked for at each request
     * @throws UncheckedIOException if the address is taken, unknown or may not be used
     */
    public static ManagementListener start(Address address, Readiness readiness, Supplier<String> metrics) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("management");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        Probes probes = new Probes(readiness, metrics);
        server.setHandler(probes);
        server.setErrorHandler(probes::error);
        open(server, connector);
        return new ManagementListener(server, address.at(connector.getLocalPort()));
    }

    /** Where it listens, with the real port. */
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static void open(Server server, ServerConnector connector) {
        try {
            connector.open();
            server.start();
        } catch (IOException cannotListen) {
            connector.close();
            throw new UncheckedIOException(cannotListen);
        } catch (Exception failure) {
            connector.close();
            throw new IllegalStateException("the management listener does not start", failure);
        }
    }
}
