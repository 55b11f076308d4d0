package dev.keystead.http;

import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import io.github.bucket4j.TimeMeter;
import io.javalin.Javalin;
import java.time.Clock;

/** A running server that speaks the wire contract of {@code docs/http-api.md}. Safe for use by many threads. */
public final class HttpAdapter implements AutoCloseable {
    private final Javalin javalin;

    private HttpAdapter(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to serve the use cases.
     *
     * @param tokens proves who calls
     * @param clock the time that reported uses are compared with
     * @throws io.javalin.util.JavalinBindException if the port is taken or may not be used
     */
    public static HttpAdapter start(HttpConfig config, UseCases useCases, TokenVerifier tokens, Clock clock) {
        return start(config, Timeouts.DEFAULT, useCases, tokens, clock);
    }

    /** The same with other times for slow clients. */
    static HttpAdapter start(
            HttpConfig config, Timeouts timeouts, UseCases useCases, TokenVerifier tokens, Clock clock) {
        RateLimit rateLimit = RateLimit.of(config.limits().rateLimit(), TimeMeter.SYSTEM_NANOTIME);
        CredentialRoutes routes = new CredentialRoutes(
                useCases, new Callers(new Authentication(tokens), rateLimit), new ValueValidator(clock));
        return new HttpAdapter(HttpServer.create(config, timeouts, routes).start());
    }

    /** The port that is really listened on. */
    public int port() {
        return javalin.port();
    }

    /** Refuses new requests, lets running ones finish (30 s at most) and stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
