package dev.keystead.app.config;

/**
 * Where something listens. Prints as {@code host:port}.
 *
 * @param host an address or a name
 * @param port 0 for any free one
 */
public record Address(String host, int port) {
    static final int MAX_PORT = 65_535;

    /** The same host with the port that was really taken. */
    public Address at(int realPort) {
        return new Address(host, realPort);
    }

    /** An IPv6 address stands in brackets (RFC 3986, 3.2.2). */
    @Override
    public String toString() {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
