package dev.keystead.http;

import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import io.github.bucket4j.TimeMeter;
import io.javalin.Javalin;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** A running server that speaks the wire contract of {@code docs/http-api.md}. Safe for use by many threads. */
public final class HttpAdapter implements AutoCloseable {
    private final Engine engine;
    private final Javalin javalin;

    private HttpAdapter(Engine engine, Javalin javalin) {
        this.engine = engine;
        this.javalin = javalin;
    }

    /**
     * Starts to serve the use cases.
     *
     * @param tokens proves who calls
     * @param clock the time that reported uses are compared with
     * @throws io.javalin.util.JavalinBindException if the port is taken or may not be used
     * @throws dev.keystead.core.domain.InvalidValueException if the certificate or its key cannot be used
     */
    public static HttpAdapter start(HttpConfig config, UseCases useCases, TokenVerifier tokens, Clock clock) {
        return start(config, Timeouts.DEFAULT, useCases, tokens, clock);
    }

    /** The same with other times for slow clients. */
    static HttpAdapter start(
            HttpConfig config, Timeouts timeouts, UseCases useCases, TokenVerifier tokens, Clock clock) {
        CredentialRoutes routes =
                new CredentialRoutes(useCases, callers(tokens, config.limits().rateLimit()), new ValueValidator(clock));
        Engine engine = new Engine(config, timeouts);
        return new HttpAdapter(
                engine,
                HttpServer.create(
                                engine,
                                routes,
                                new DocumentRoutes(
                                        config.documents(), config.limits().maxConcurrentRequests()))
                        .start());
    }

    /**
     * Mounts the endpoints in a Javalin server of another program, while that is being configured:
     *
     * <pre>{@code
     * Javalin.create(javalin -> {
     *     javalin.routes.get("/hello", context -> context.result("hello"));
     *     HttpAdapter.mount(HttpMount.in(javalin), keystead.useCases(), tokens, Clock.systemUTC());
     * })
     * }</pre>
     *
     * <p>They become a servlet of their own beside that of the host's routes. So all of {@code docs/http-api.md} that is not the engine's
     * holds for every path from {@code /v1/organizations/credentials} on: the order of checks, problem documents, headers, JSON, paths and
     * methods. And nothing holds for any other path: the host's routes, errors, headers and JSON mapper stay what they are. In return
     * the host's handlers, error pages, request loggers and plugins do not see the requests of these endpoints; a handler of Jetty in
     * front of both does.
     *
     * <p>The host's engine remains the host's: its connectors and TLS, how many requests it takes at once (H-132), how long it waits for slow
     * clients (H-133), how long headers may be (a token of 8 KiB, H-18, needs {@code HttpConfiguration.requestHeaderSize} of 16 KiB), what it
     * answers to what it cannot read or finds too long (H-54, H-64, H-65, H-134), that it takes in a body that was refused unread, and that it
     * ends in good order. Doubled slashes (H-01) are understood at the beginning of a path and behind its base.
     *
     * @param mount where; the server must be started by Javalin, not used as a servlet elsewhere
     * @param tokens proves who calls
     * @param clock the time that reported uses are compared with
     */
    public static void mount(HttpMount mount, UseCases useCases, TokenVerifier tokens, Clock clock) {
        CredentialRoutes routes = new CredentialRoutes(
                mount.prefix(), useCases, callers(tokens, mount.rateLimit()), new ValueValidator(clock));
        ServletHolder endpoints =
                new ServletHolder("keystead" + mount.prefix(), HttpServer.servlet(routes, mount.observer()));
        mount.javalin().jetty.modifyServletContextHandler(host -> {
            for (String path : mount.paths()) {
                host.addServlet(endpoints, path);
            }
        });
    }

    private static Callers callers(TokenVerifier tokens, int rateLimit) {
        return new Callers(new Authentication(tokens), RateLimit.of(rateLimit, TimeMeter.SYSTEM_NANOTIME));
    }

    /** The port that is really listened on. */
    public int port() {
        return javalin.port();
    }

    /** Refuses new requests, lets running ones finish (30 s at most in all) and stops. */
    @Override
    public void close() {
        engine.finishRequests();
        javalin.stop();
    }
}
