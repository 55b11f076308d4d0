package dev.keystead.http;

/**
 * Where the server listens, and what it bears.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 */
public record HttpConfig(String host, int port, HttpLimits limits) {
    private static final int MAX_PORT = 65_535;

    public HttpConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + MAX_PORT);
        }
    }

    /** Reachable from this machine only, with the default limits. */
    public static HttpConfig loopback(int port) {
        return new HttpConfig("127.0.0.1", port, HttpLimits.DEFAULT);
    }

    /** The same server with other limits. */
    public HttpConfig with(HttpLimits otherLimits) {
        return new HttpConfig(host, port, otherLimits);
    }
}
