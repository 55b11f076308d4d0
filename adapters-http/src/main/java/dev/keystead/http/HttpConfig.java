package dev.keystead.http;

import java.util.List;
import java.util.Optional;

/**
 * Where the server listens, and what it bears.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 * @param tls empty for plain HTTP; else TLS 1.2 and 1.3 with HTTP/1.1 and HTTP/2
 * @param observer is told of every request that was answered
 * @param documents are given out beside the endpoints
 */
public record HttpConfig(
        String host,
        int port,
        HttpLimits limits,
        Optional<TlsFiles> tls,
        RequestObserver observer,
        List<FixedDocument> documents) {
    private static final int MAX_PORT = 65_535;

    public HttpConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + MAX_PORT);
        }
        documents = List.copyOf(documents);
    }

    /** Reachable from this machine only, with the default limits. */
    public static HttpConfig loopback(int port) {
        return new HttpConfig("127.0.0.1", port, HttpLimits.DEFAULT, Optional.empty(), RequestObserver.NONE, List.of());
    }

    /** The same server with other limits. */
    public HttpConfig with(HttpLimits otherLimits) {
        return new HttpConfig(host, port, otherLimits, tls, observer, documents);
    }

    /** The same server, over TLS. */
    public HttpConfig with(TlsFiles files) {
        return new HttpConfig(host, port, limits, Optional.of(files), observer, documents);
    }

    /** The same server with another observer. */
    public HttpConfig with(RequestObserver another) {
        return new HttpConfig(host, port, limits, tls, another, documents);
    }

    /** The same server with other documents. */
    public HttpConfig with(List<FixedDocument> others) {
        return new HttpConfig(host, port, limits, tls, observer, others);
    }
}
