package dev.keystead.app.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with the realms of the test resources. It keeps everything in memory, listens on the loopback address alone, and has one
 * secret for all administrators, clients and users, made anew for each run.
 */
final class Keycloak implements AutoCloseable {
    /** Who may use the admin REST API. */
    static final String ADMINISTRATOR = "admin";

    private static final List<String> REALMS = List.of("platform", "elsewhere");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final FileChannel turn;
    private final Process script;
    private final String address;
    private final String secret;

    private Keycloak(FileChannel turn, Process script, String address, String secret) {
        this.turn = turn;
        this.script = script;
        this.address = address;
        this.secret = secret;
    }

    /** Starts one, once no other process has one, and returns when its realms are there. */
    static Keycloak start() throws IOException, InterruptedException {
        FileChannel turn = KeycloakDistribution.takeTurn();
        long began = System.nanoTime();
        KeycloakDistribution.build();
        long built = System.nanoTime();
        int port = freePort();
        String secret = UUID.randomUUID().toString();
        Process script = KeycloakDistribution.start(REALMS, environment(port, secret));
        Keycloak keycloak = new Keycloak(turn, script, "http://127.0.0.1:" + port, secret);
        try {
            keycloak.awaitRealms();
        } catch (InterruptedException | RuntimeException failure) {
            keycloak.close();
            throw failure;
        }
        System.out.printf(
                "Keycloak: built in %.1f s, ready after %.1f s more%n",
                (built - began) / 1e9, (System.nanoTime() - built) / 1e9);
        return keycloak;
    }

    String secret() {
        return secret;
    }

    /** Where the realm's documents and endpoints are, and the {@code iss} of its tokens. */
    String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    /** A resource of the admin REST API. */
    URI admin(String path) {
        return URI.create(address + "/admin/realms/" + path);
    }

    /** Ends it; no process of it is left. */
    @Override
    public void close() throws IOException {
        try (turn) {
            KeycloakDistribution.end(script);
        }
    }

    private static Map<String, String> environment(int port, String secret) {
        return Map.of(
                "KC_CACHE", "local",
                "KC_HTTP_ENABLED", "true",
                "KC_HTTP_HOST", "127.0.0.1",
                "KC_HTTP_PORT", Integer.toString(port),
                "KC_HOSTNAME_STRICT", "false",
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secret,
                "SECRET_OF_THE_TESTS", secret, // the realms name it
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitRealms() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String realm : REALMS) {
            while (!isThere(realm, client)) {
                if (!script.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("Keycloak does not start: see " + KeycloakDistribution.log());
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private boolean isThere(String realm, HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(realm)))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
