package dev.keystead.app.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * How the clients of the tests reach a server: by HTTP/1.1, or, within {@link #secured}, over TLS and, where a client knows it, by HTTP/2.
 *
 * @param client that behaves well
 * @param sockets for those that do not
 */
record Transport(String scheme, HttpClient client, SocketFactory sockets) {
    private static final Transport PLAIN = new Transport(
            "http", HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), SocketFactory.getDefault());
    private static volatile Transport current = PLAIN;

    static Transport current() {
        return current;
    }

    /** Has everything that is sent during the work sent over TLS. */
    static void secured(SSLContext tls, Runnable work) {
        current = new Transport("https", HttpClient.newBuilder().sslContext(tls).build(), tls.getSocketFactory());
        try {
            work.run();
        } finally {
            current = PLAIN;
        }
    }

    /** A request of the client, which keeps no connection of HTTP/1.1: a server that ends waits a moment for each. */
    HttpRequest.Builder request(int port, String target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + target));
        return client.version() == HttpClient.Version.HTTP_1_1 ? request.header("Connection", "close") : request;
    }

    /** A connection on which HTTP/1.1 is spoken. */
    Socket connect(int port) throws IOException {
        return sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    }
}
