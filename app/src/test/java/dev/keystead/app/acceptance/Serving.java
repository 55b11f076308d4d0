package dev.keystead.app.acceptance;

import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import dev.keystead.http.HttpAdapter;
import dev.keystead.http.HttpConfig;
import dev.keystead.http.HttpLimits;
import dev.keystead.http.HttpMount;
import dev.keystead.http.TlsFiles;
import io.javalin.Javalin;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How a server of the tests listens: by the adapter's own engine; within {@link #mounted}, in a host that does no more than it must; within
 * {@link #secured}, over TLS.
 *
 * @param port that it listens on
 * @param end stops it
 */
record Serving(int port, Runnable end) implements AutoCloseable {
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static volatile boolean mounted;
    private static volatile @Nullable TlsFiles tls;

    static Serving start(HttpLimits limits, UseCases useCases, TokenVerifier tokens, Clock clock) {
        if (mounted) {
            Javalin host = Javalin.create(javalin -> {
                javalin.startup.showJavalinBanner = false;
                javalin.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADERS));
                HttpAdapter.mount(HttpMount.in(javalin).limitedTo(limits.rateLimit()), useCases, tokens, clock);
            });
            return new Serving(host.start("127.0.0.1", 0).port(), host::stop);
        }
        HttpConfig plain = HttpConfig.loopback(0).with(limits);
        HttpConfig config = tls == null ? plain : plain.with(tls);
        HttpAdapter http = HttpAdapter.start(config, useCases, tokens, clock);
        return new Serving(http.port(), http::close);
    }

    /** Within {@link #mounted} or {@link #secured}. */
    static boolean isUnusual() {
        return mounted || tls != null;
    }

    /** Has all servers that are started during the work mounted in a host. */
    static void mounted(Runnable work) {
        mounted = true;
        try {
            work.run();
        } finally {
            mounted = false;
        }
    }

    /** Has all servers that are started during the work use TLS. */
    static void secured(TlsFiles files, Runnable work) {
        tls = files;
        try {
            work.run();
        } finally {
            tls = null;
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
