package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that gives a forger's key set to everybody who connects, and counts them. */
public final class KeyTrap implements AutoCloseable {
    private final ServerSocket listener = listen();
    private final AtomicInteger visits = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "key-trap");

    /** Opens the trap. */
    public KeyTrap() {
        thread.setDaemon(true);
        thread.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/jwks.json");
    }

    /** How many connections there were. */
    public int visits() {
        return visits.get();
    }

    private void serve() {
        String keys = TestKeys.jwks(KeyAttacks.FORGER);
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/jwk-set+json\r\nConnection: close\r\nContent-Length: "
                        + keys.length() + "\r\n\r\n" + keys;
        while (!listener.isClosed()) {
            try (Socket visitor = listener.accept();
                    OutputStream out = visitor.getOutputStream()) {
                visits.incrementAndGet();
                out.write(answer.getBytes(UTF_8));
            } catch (IOException gone) {
                // the visitor, or the trap itself: the loop sees which
            }
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
