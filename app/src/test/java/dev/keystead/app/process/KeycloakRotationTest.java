package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real Keycloak changes the key that it signs with, while requests run. */
@Tag("thorough")
@ExtendWith(SharedKeycloak.class)
class KeycloakRotationTest {
    private static final int MANY = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private KeycloakRealm realm;
    private KeycloakKeys keys;
    private ServerProcess process;
    private Bearer server;

    @BeforeEach
    void start(Keycloak keycloak) throws IOException {
        realm = new KeycloakRealm(keycloak, "platform");
        keys = new KeycloakKeys(keycloak, "platform");
        process = KeycloakServers.start(keycloak, folder);
        server = new Bearer(process);
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.terminate();
    }

    @Test
    void refusesNobodyWhenAKeyIsAddedAndForgetsTheOldOneWhenItIsDisabled() throws IOException, InterruptedException {
        String old = realm.tokenOf("worker");
        String fresh;
        try (TokenTraffic traffic = TokenTraffic.on(server, old, () -> realm.tokenOf("worker"))) {
            traffic.awaitMore(MANY);
            keys.add("rsa-new", 200);
            fresh = realm.tokenOf("worker");
            int atOnce = server.list(fresh, "acme");
            traffic.awaitMore(MANY);
            traffic.stop();

            System.out.printf(
                    "key rotation: answered %d, failed %d%n",
                    traffic.answered(), traffic.failures().size());
            assertThat(TokenParts.header(fresh).get("kid"))
                    .isNotEqualTo(TokenParts.header(old).get("kid"));
            assertThat(atOnce).isEqualTo(200);
            assertThat(traffic.failures()).isEmpty();
        }

        keys.disable("rsa");
        Duration untilRefused = awaitRefusal(old, fresh);

        System.out.printf("key rotation: the old key was refused after %.1f s%n", untilRefused.toMillis() / 1000.0);
        assertThat(untilRefused).isLessThan(LIMIT);
    }

    /** Asks with the old token until it is refused, and with the fresh one, which never is. */
    private Duration awaitRefusal(String old, String fresh) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Duration passed = Duration.ZERO;
        int status = server.list(old, "acme");
        while (status == 200 && passed.compareTo(LIMIT) < 0) {
            assertThat(server.list(fresh, "acme")).isEqualTo(200);
            TimeUnit.MILLISECONDS.sleep(200);
            status = server.list(old, "acme");
            passed = Duration.ofNanos(System.nanoTime() - start);
        }
        assertThat(status).isEqualTo(401);
        assertThat(server.list(fresh, "acme")).isEqualTo(200);
        return passed;
    }
}
