package dev.keystead.jose.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An issuer's web server on this machine: a discovery document and a key set, served as it is told. Safe for use by many threads.
 */
public final class KeyServer implements AutoCloseable {
    private static final String KEYS = "/keys";
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final byte[] BLANKS = " ".repeat(64 * 1024).getBytes(UTF_8);

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger discoveries = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private HttpServer server;
    private volatile Behaviour behaviour = Behaviour.ANSWER;
    private volatile String keySet;
    private volatile String discovery;

    private KeyServer(String keySet) throws IOException {
        this.keySet = keySet;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
        this.discovery = "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + url() + "\"}";
    }

    /** What is done with a request. */
    public enum Behaviour {
        /** It is answered. */
        ANSWER,
        /** It is answered half a second later, with what was served when it came. */
        ANSWER_LATE,
        /** It is never answered. */
        HANG,
        /** The answer begins at once, and goes on by a byte now and then, for ever. */
        DRIP,
        /** The connection is closed without an answer. */
        CUT,
        FAIL_WITH_500,
        /** It is sent elsewhere on this server, where the answer would be. */
        REDIRECT,
        /** The answer does not end. */
        HUGE,
        /** The answer has status 200 and is no JSON. */
        GARBAGE
    }

    /** Starts one that answers with this key set. */
    public static KeyServer with(String keySet) {
        try {
            return new KeyServer(keySet);
        } catch (IOException e) {
            throw new IllegalStateException("the key server does not start", e);
        }
    }

    /** The issuer whose discovery document it has. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Where its key set is. */
    public String url() {
        return issuer() + KEYS;
    }

    /** Serves another key set from now on. */
    public void publish(String otherKeySet) {
        keySet = otherKeySet;
    }

    /** Serves another discovery document from now on. */
    public void publishDiscovery(String document) {
        discovery = document;
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** Stops listening: connections are refused. */
    public void down() {
        server.stop(0);
    }

    /** Listens again, where it did before. */
    public void up() {
        try {
            server = listen(port);
        } catch (IOException e) {
            throw new IllegalStateException("the key server does not start again", e);
        }
    }

    /** How often the key set was asked for. */
    public int fetches() {
        return fetches.get();
    }

    /** How often the discovery document was asked for. */
    public int discoveries() {
        return discoveries.get();
    }

    /** Waits until a client has cut an answer that drips or does not end; false if none does within the time. */
    public boolean awaitAbandoned(long seconds) throws InterruptedException {
        return abandoned.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        created.setExecutor(threads);
        created.createContext(KEYS, exchange -> serve(exchange, fetches, keySet));
        created.createContext(DISCOVERY, exchange -> serve(exchange, discoveries, discovery));
        created.createContext("/elsewhere" + KEYS, exchange -> answer(exchange, keySet));
        created.createContext("/elsewhere" + DISCOVERY, exchange -> answer(exchange, discovery));
        created.start();
        return created;
    }

    private void serve(HttpExchange exchange, AtomicInteger counter, String document) throws IOException {
        counter.incrementAndGet();
        try (exchange) {
            switch (behaviour) {
                case ANSWER -> answer(exchange, document);
                case ANSWER_LATE -> {
                    pause(500);
                    answer(exchange, document);
                }
                case HANG -> pause(TimeUnit.HOURS.toMillis(1));
                case DRIP -> goOn(exchange, new byte[] {' '}, 50);
                case CUT -> exchange.close();
                case FAIL_WITH_500 -> exchange.sendResponseHeaders(500, -1);
                case REDIRECT -> {
                    exchange.getResponseHeaders()
                            .set(
                                    "Location",
                                    "/elsewhere" + exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(302, -1);
                }
                case HUGE -> goOn(exchange, BLANKS, 0);
                case GARBAGE -> answer(exchange, "<html>sign in, please</html>");
                default -> throw new AssertionError(behaviour);
            }
        }
    }

    private static void answer(HttpExchange exchange, String document) throws IOException {
        byte[] body = document.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Sends the piece again and again, until the client has enough of it. */
    private void goOn(HttpExchange exchange, byte[] piece, long pauseMillis) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        try {
            while (!pause(pauseMillis)) {
                body.write(piece);
                body.flush();
            }
        } catch (IOException cut) {
            abandoned.countDown();
        }
    }

    /** Waits; true if the server closes meanwhile. */
    private boolean pause(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
